package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The Ed25519 key with which this terminal signs what it sends. Made here and never leaves; the hub
 * gets the public half. Its file has two lines of hex digits: the private key as PKCS #8, the
 * public one as 32 bytes. Any thread.
 */
final class TerminalKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int PUBLIC_BYTES = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = text("{\"alg\":\"EdDSA\",\"typ\":\"kaiku-request+jwt\"}");

  private final PrivateKey key;
  private final String publicKey;

  private TerminalKey(PrivateKey key, String publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /**
   * The key of the file, or a new one, on disk before anybody hears of it.
   *
   * @throws IOException when the file is damaged, or can't be read or written
   */
  static TerminalKey readOrMake(Path file) throws IOException {
    try {
      if (Files.notExists(file)) {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        DurableFile.write(file, lines(pair).getBytes(StandardCharsets.US_ASCII));
      }
      String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1);
      byte[] pkcs8 = HexFormat.of().parseHex(lines[0]);
      byte[] raw = HexFormat.of().parseHex(lines.length > 1 ? lines[1] : "");
      if (raw.length != PUBLIC_BYTES) {
        throw new IOException("the key file " + file + " is damaged: its second line");
      }
      return new TerminalKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          BASE64.encodeToString(raw));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the key file " + file + " is damaged", e);
    }
  }

  private static String lines(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
    HexFormat hex = HexFormat.of();
    return hex.formatHex(pair.getPrivate().getEncoded()) + "\n" + hex.formatHex(raw) + "\n";
  }

  /** The 32 bytes, base64url. */
  String publicKey() {
    return publicKey;
  }

  /**
   * A JSON web token that only this terminal can make for this call.
   *
   * @param seconds since 1970, by the terminal's clock as the hub corrected it
   */
  String sign(HubCall call, String terminal, String request, long seconds) {
    JsonNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("sub", terminal)
            .put("iat", seconds)
            .put("jti", request)
            .put("htm", call.method())
            .put("htu", call.target())
            .put("body", sha256(call.body()));
    String content = HEADER + "." + text(claims.toString());
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java can't sign with " + ALGORITHM, e);
    }
  }

  static String sha256(byte[] content) {
    try {
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static String text(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "TerminalKey";
  }
}
