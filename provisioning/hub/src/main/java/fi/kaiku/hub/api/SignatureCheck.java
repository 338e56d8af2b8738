package fi.kaiku.hub.api;

import fi.kaiku.hub.fleet.Terminal;
import fi.kaiku.hub.fleet.Terminals;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.key.PublicKey;
import fi.kaiku.hub.key.SignedToken;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes sure that a request comes from the terminal that it names, and came as it was sent: its
 * token says method, path with query, and the body's SHA-256, under the terminal's key. So it holds
 * behind a proxy that ends TLS. A replay is harmless, as entries have ids.
 */
final class SignatureCheck {
  /** A token of a request that is longer under way is refused, with the right time. */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  static final String TYPE = "kaiku-request+jwt";
  private static final String SCHEME = "Bearer ";
  private static final String ANSWER_HEADER = "Kaiku-Answer";

  private final Terminals terminals;
  private final HubKeys keys;
  private final InstantSource clock;

  SignatureCheck(Terminals terminals, HubKeys keys, InstantSource clock) {
    this.terminals = terminals;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The terminal whose request it is.
   *
   * @throws ProblemException when it is nobody's, was changed, or was signed by a wrong clock
   */
  Terminal terminal(ServerRequest request, byte[] body) {
    SignedToken token = token(request);
    Terminal terminal =
        uuid(token.text("sub"))
            .flatMap(terminals::find)
            .orElseThrow(() -> notSigned("this terminal is not enrolled here"));
    check(token, terminal.key(), request, body);
    checkTime(token);
    if (terminal.standing() == Terminal.Standing.REVOKED) {
      throw new ProblemException(ProblemType.REVOKED, "ask the keeper of the registry");
    }
    return terminal;
  }

  /**
   * Whether the request was signed with the key that it brings along; the time is not looked at.
   */
  void checkNewKey(ServerRequest request, byte[] body, PublicKey key) {
    check(token(request), key, request, body);
  }

  private static void check(SignedToken token, PublicKey key, ServerRequest request, byte[] body) {
    if (!token.isSignedBy(key)) {
      throw notSigned("the signature is not the terminal's");
    }
    String query = request.prologue().query().rawValue();
    String target = request.path().rawPath() + (query.isEmpty() ? "" : "?" + query);
    if (!token.text("htm").equals(request.prologue().method().text())
        || !token.text("htu").equals(target)
        || !token.text("body").equals(sha256(body))) {
      throw notSigned("the signature is of another request");
    }
  }

  private void checkTime(SignedToken token) {
    Instant now = clock.instant();
    long seconds = token.claims().path("iat").asLong();
    if (Math.abs(now.getEpochSecond() - seconds) > CLOCK_TOLERANCE.toSeconds()) {
      throw new ProblemException(
          ProblemType.WRONG_CLOCK, "the right time stands in the header " + ANSWER_HEADER);
    }
  }

  private static SignedToken token(ServerRequest request) {
    return presented(request)
        .orElseThrow(() -> notSigned("the header Authorization holds no token of the right kind"));
  }

  private static Optional<SignedToken> presented(ServerRequest request) {
    return request
        .headers()
        .value(HeaderNames.AUTHORIZATION)
        .filter(text -> text.startsWith(SCHEME))
        .flatMap(text -> SignedToken.parse(text.substring(SCHEME.length())))
        .filter(token -> token.isOfType(TYPE));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The same answer with the hub's signature, by which the terminal knows that it is the hub's, is
   * whole, and is meant for this very request; none where the request names no token.
   */
  Reply signed(ServerRequest request, Reply reply) {
    return presented(request)
        .map(
            token ->
                reply.with(
                    ANSWER_HEADER,
                    keys.signedAnswer(
                        clock.instant(), token.text("jti"), reply.status(), sha256(reply.body()))))
        .orElse(reply);
  }

  private static String sha256(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static ProblemException notSigned(String detail) {
    return new ProblemException(
        ProblemType.NOT_SIGNED, detail, Map.of("WWW-Authenticate", "Bearer"));
  }
}
