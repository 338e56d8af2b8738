package fi.kaiku.hub.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the hub can do with its keys; they themselves never leave it, but for the national key,
 * which an enrolled terminal gets. Any thread.
 */
public final class HubKeys {
  /** Of a card's hash under the national key (R27). */
  public static final int CARD_HASH_BYTES = 16;

  static final String HMAC = "HmacSHA256";
  private static final String SEAL = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final PrivateKey signing;
  private final PublicKey publicKey;
  private final SecretKeySpec national;
  private final SecretKeySpec sealing;
  private final SecretKeySpec digest;
  private final SecureRandom random;

  HubKeys(PrivateKey signing, PublicKey publicKey, KeyFile.Secrets secrets, SecureRandom random) {
    this.signing = signing;
    this.publicKey = publicKey;
    this.national = secrets.national();
    this.sealing = secrets.sealing();
    this.digest = secrets.digest();
    this.random = random;
  }

  /** Under which terminals know what the hub has signed. */
  public PublicKey publicKey() {
    return publicKey;
  }

  /**
   * Says that the hub gave this answer to this request at this time.
   *
   * @param request the id of the token that asked, so that an old answer is known for one
   * @param body the hash of the answer's body
   */
  public String signedAnswer(Instant now, String request, int status, String body) {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("time", now.toString());
    claims.put("request", request);
    claims.put("status", status);
    claims.put("body", body);
    return SignedToken.sign(signing, "kaiku-answer+jwt", claims);
  }

  /** The number of the national key. */
  public int nationalKeyNumber() {
    return 1;
  }

  public byte[] nationalKey() {
    return national.getEncoded();
  }

  /**
   * HMAC-SHA256 of the id under the national key, cut to 16 bytes, as each terminal computes it.
   */
  public byte[] cardHash(String card) {
    return Arrays.copyOf(mac(national, card.getBytes(StandardCharsets.US_ASCII)), CARD_HASH_BYTES);
  }

  /** Tells two contents apart and says nothing of them; 32 bytes. */
  public byte[] digest(String content) {
    return mac(digest, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Tells two sets of keys apart and says nothing of them. */
  public String fingerprint() {
    return HexFormat.of().formatHex(digest("fingerprint of " + publicKey));
  }

  /** Encrypts a text for one row: 12 bytes nonce, AES-256-GCM. */
  public byte[] seal(String text, UUID row) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] closed =
          cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + SEAL, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, UUID row) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(SEAL);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static byte[] mac(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + HMAC, e);
    }
  }
}
