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
import javax.crypto.SecretKey;
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

  /** A terminal that was never enrolled counts its own keys from 1: no number means two keys. */
  private static final int FIRST_NATIONAL_KEY = 1_001;

  /** Can't be a card id, so a fingerprint is no card's hash. */
  private static final String FINGERPRINT_OF = "fingerprint of the national key";

  private static final int FINGERPRINT_BYTES = 8;
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

  /**
   * Says that a file with this digest is the registry.
   *
   * @param claims what it is, its digest first of all
   */
  public String signedSnapshot(ObjectNode claims) {
    return SignedToken.sign(signing, "kaiku-snapshot+jwt", claims);
  }

  /** The number of the national key. */
  public int nationalKeyNumber() {
    return FIRST_NATIONAL_KEY;
  }

  /** By which a terminal knows a registry that was hashed under the same key. */
  public String nationalKeyFingerprint() {
    byte[] mac = mac(national, FINGERPRINT_OF.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(mac, 0, FINGERPRINT_BYTES);
  }

  /**
   * What a snapshot is encrypted under, a new key for each; whoever has the national key, and no
   * one else, can make it.
   */
  public SecretKey snapshotKey(String salt) {
    String purpose = "registry snapshot " + salt;
    return new SecretKeySpec(
        mac(national, purpose.getBytes(StandardCharsets.US_ASCII)), "ChaCha20");
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
