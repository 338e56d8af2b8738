package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The hub's public key, learnt at enrolment, and the tokens that only the hub can make with it.
 *
 * @param text 32 bytes, base64url, as on the wire
 */
record HubKey(String text) {
  /** What answers a question. */
  static final String ANSWER = "kaiku-answer+jwt";

  /** What says that a file is the registry. */
  static final String SNAPSHOT = "kaiku-snapshot+jwt";

  private static final String PREFIX = "302a300506032b6570032100";
  private static final JsonMapper JSON = new JsonMapper();

  HubKey {
    publicKey(text);
  }

  /** The claims of a token of this type under this key; empty for anything else. */
  Optional<JsonNode> claims(String token, String type) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Base64.Decoder decoder = Base64.getUrlDecoder();
      JsonNode header = JSON.readTree(decoder.decode(parts[0]));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey(text));
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(decoder.decode(parts[2]))
              && header.path("alg").asText().equals("EdDSA")
              && header.path("typ").asText().equals(type)
          ? Optional.of(JSON.readTree(decoder.decode(parts[1])))
          : Optional.empty();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The JDK wants the prefix of RFC 8410 before the 32 bytes. */
  private static PublicKey publicKey(String text) {
    try {
      String hex = PREFIX + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text));
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(hex)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the hub's key is no Ed25519 key", e);
    }
  }
}
