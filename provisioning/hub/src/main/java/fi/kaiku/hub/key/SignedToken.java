package fi.kaiku.hub.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON web token in its compact form (RFC 7519, RFC 7515), signed with EdDSA (RFC 8037) and
 * nothing else: there is no algorithm to choose, and none to be talked into.
 *
 * @param type what it is good for, so that one is never taken for another
 * @param claims what it says; worth nothing before {@link #isSignedBy}
 */
public record SignedToken(String type, JsonNode claims, String content, String signature) {
  /** A request's token is about 400 characters. */
  private static final int LENGTH_MAX = 4_096;

  private static final String ALGORITHM = "EdDSA";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** Empty where the text is no such token. */
  public static Optional<SignedToken> parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (text.length() > LENGTH_MAX || parts.length != 3) {
      return Optional.empty();
    }
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      JsonNode header = JSON.readTree(decoder.decode(parts[0]));
      JsonNode claims = JSON.readTree(decoder.decode(parts[1]));
      return header.path("alg").asText().equals(ALGORITHM) && claims.isObject()
          ? Optional.of(
              new SignedToken(
                  header.path("typ").asText(), claims, parts[0] + "." + parts[1], parts[2]))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A new one. */
  static String sign(PrivateKey key, String type, JsonNode claims) {
    JsonNode header = JSON.createObjectNode().put("alg", ALGORITHM).put("typ", type);
    String content = encoded(header) + "." + encoded(claims);
    byte[] signature = Ed25519.sign(key, content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + ENCODER.encodeToString(signature);
  }

  private static String encoded(JsonNode node) {
    return ENCODER.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
  }

  public boolean isOfType(String wanted) {
    return type.equals(wanted);
  }

  public boolean isSignedBy(PublicKey key) {
    try {
      return key.hasSigned(
          content.getBytes(StandardCharsets.US_ASCII), Base64.getUrlDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Empty when the claim is not there or no text. */
  public String text(String claim) {
    return claims.path(claim).asText("");
  }

  @Override
  public String toString() {
    return "SignedToken";
  }
}
