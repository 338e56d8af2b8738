package fi.kaiku.hub.api;

import fi.kaiku.hub.fleet.EnrolmentCode;
import fi.kaiku.hub.fleet.EnrolmentOutcome;
import fi.kaiku.hub.fleet.Enrolments;
import fi.kaiku.hub.fleet.Terminal;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.key.PublicKey;
import fi.kaiku.hub.wire.Fields;
import fi.kaiku.hub.wire.MalformedException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** How a terminal becomes known: a code from the keeper, and a key of its own. */
final class EnrolmentRoutes {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9 -]{10,20}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Enrolments enrolments;
  private final SignatureCheck signatures;
  private final HubKeys keys;
  private final InstantSource clock;

  /** Schema {@code Enrolled}. */
  private record EnrolledView(
      String terminal, String venue, String hubKey, NationalKeyView nationalKey, String time) {}

  /** Schema {@code NationalKey}. */
  private record NationalKeyView(int number, String secret) {}

  EnrolmentRoutes(
      Enrolments enrolments, SignatureCheck signatures, HubKeys keys, InstantSource clock) {
    this.enrolments = enrolments;
    this.signatures = signatures;
    this.keys = keys;
    this.clock = clock;
  }

  void add(Routes routes) {
    routes.add(Method.POST, "/v1/enrolments", this::enrol);
  }

  private Reply enrol(ServerRequest request) {
    byte[] body = Routes.body(request);
    Fields fields = Fields.of(body);
    PublicKey key = PublicKey.parse(fields.text("publicKey", KEY));
    signatures.checkNewKey(request, body, key);
    EnrolmentOutcome outcome =
        enrolments.enrol(
            new Enrolments.Request(
                code(fields), fields.uuid("terminal"), key, request.remotePeer().host()));
    return switch (outcome) {
      case EnrolmentOutcome.Enrolled(Terminal terminal) -> Reply.json(view(terminal));
      case EnrolmentOutcome.Refused(EnrolmentOutcome.Cause cause) ->
          throw new ProblemException(type(cause), "nothing was changed");
      case EnrolmentOutcome.TooManyTries(Duration pause) ->
          throw new ProblemException(
              ProblemType.TOO_MANY_TRIES,
              "try again in " + pause.toMinutes() + " min",
              Map.of("Retry-After", Long.toString(pause.toSeconds() + 1)));
    };
  }

  private EnrolledView view(Terminal terminal) {
    return new EnrolledView(
        terminal.id().toString(),
        terminal.venue(),
        keys.publicKey().toString(),
        new NationalKeyView(
            keys.nationalKeyNumber(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(keys.nationalKey())),
        clock.instant().toString());
  }

  private static EnrolmentCode code(Fields fields) {
    try {
      return new EnrolmentCode(fields.text("code", CODE));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(e.getMessage());
    }
  }

  private static ProblemType type(EnrolmentOutcome.Cause cause) {
    return switch (cause) {
      case CODE_UNKNOWN -> ProblemType.CODE_UNKNOWN;
      case CODE_EXPIRED -> ProblemType.CODE_EXPIRED;
      case CODE_USED -> ProblemType.CODE_USED;
      case TERMINAL_KNOWN -> ProblemType.TERMINAL_KNOWN;
    };
  }
}
