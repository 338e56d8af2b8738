package fi.kaiku.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Speaks to a hub as a terminal does; written from openapi.yaml, not from the hub's code. */
public final class Till {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final KeyPair keys;
  private final UUID id = UUID.randomUUID();
  private final String venue;
  private final InstantSource clock;
  private URI hub;

  /** An answer. */
  record Reply(int status, String mediaType, HttpResponse<String> response) {
    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String problem() {
      return json().path("type").asText().replace("urn:kaiku:problem:", "");
    }
  }

  Till(String venue, InstantSource clock) {
    this.venue = venue;
    this.clock = clock;
    try {
      this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  UUID id() {
    return id;
  }

  /** The hub to speak to from now on. */
  Till at(int port) {
    hub = URI.create("http://127.0.0.1:" + port);
    return this;
  }

  URI hub() {
    return hub;
  }

  Reply enrol(String code) {
    return enrol(code, id);
  }

  Reply enrol(String code, UUID as) {
    return post("/v1/enrolments", enrolmentBody(code, as));
  }

  String enrolmentBody(String code, UUID as) {
    return JSON.createObjectNode()
        .put("code", code)
        .put("terminal", as.toString())
        .put("publicKey", publicKey())
        .toString();
  }

  /** The 32 bytes that follow the prefix of RFC 8410. */
  String publicKey() {
    byte[] encoded = keys.getPublic().getEncoded();
    return BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
  }

  Reply send(List<ObjectNode> entries) {
    return post("/v1/admissions", batch(entries));
  }

  static String batch(List<ObjectNode> entries) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("entries").addAll(entries);
    return body.toString();
  }

  ObjectNode use(UUID entry, String card, String event) {
    ObjectNode use = start("use", entry);
    use.put("card", card);
    use.put("event", event);
    use.put("timeSource", "ntp");
    use.put("adults", 1);
    use.put("children", 2);
    use.putArray("marks");
    return use;
  }

  ObjectNode taken(UUID entry, UUID admission) {
    return start("void", entry).put("admission", admission.toString());
  }

  private ObjectNode start(String type, UUID entry) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("id", entry.toString())
        .put("venue", venue)
        .put("terminal", id.toString())
        .put("at", "2026-11-23T16:42:00Z");
  }

  Reply get(String target) {
    return exchange("GET", target, "", token("GET", target, "", clock.instant().getEpochSecond()));
  }

  Reply post(String target, String body) {
    return exchange(
        "POST", target, body, token("POST", target, body, clock.instant().getEpochSecond()));
  }

  Reply exchange(String method, String target, String body, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(target))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return exchange(request);
  }

  static Reply exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String token(String method, String target, String body, long seconds) {
    ObjectNode claims =
        JSON.createObjectNode()
            .put("sub", id.toString())
            .put("iat", seconds)
            .put("jti", UUID.randomUUID().toString())
            .put("htm", method)
            .put("htu", target)
            .put("body", sha256(body));
    return sign("{\"alg\":\"EdDSA\",\"typ\":\"kaiku-request+jwt\"}", claims.toString());
  }

  String sign(String header, String claims) {
    String content = text(header) + "." + text(claims);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(String body) {
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
