package fi.kaiku.terminal.card;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * HMAC-SHA256 of the ten ASCII characters of a card id under the national key, cut to 16 bytes
 * (R27). Any thread.
 */
public final class CardHasher {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FINGERPRINT_BYTES = 8;

  /** Can't be a card id, so a fingerprint is no card's hash. */
  private static final String FINGERPRINT_OF = "fingerprint of the national key";

  private final int keyNumber;

  /** Initialised, never updated: cloned for each use, as a Mac serves one thread at a time. */
  private final Mac prototype;

  public CardHasher(NationalKey key) {
    this.keyNumber = key.number();
    try {
      prototype = Mac.getInstance(ALGORITHM);
      prototype.init(key.forAlgorithm(ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  public CardHash hash(CardId id) {
    return CardHash.of(keyNumber, Arrays.copyOf(mac(id.value()), CardHash.LENGTH));
  }

  public int keyNumber() {
    return keyNumber;
  }

  /**
   * Tells two keys with the same number apart (a registry hashed under another terminal's key is of
   * no use); says nothing of the key.
   */
  public String keyFingerprint() {
    return HexFormat.of().formatHex(mac(FINGERPRINT_OF), 0, FINGERPRINT_BYTES);
  }

  private byte[] mac(String text) {
    try {
      Mac mac = (Mac) prototype.clone();
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java's " + ALGORITHM + " can't be cloned", e);
    }
  }
}
