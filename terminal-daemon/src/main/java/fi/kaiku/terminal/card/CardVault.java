package fi.kaiku.terminal.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals clear card ids for the time in which they are still needed (R28), with AES-256-GCM under
 * the wrapping key. A sealed id is bound to the row it belongs to: copied into another row it does
 * not open. Form: version 1, 12 bytes nonce, 10 bytes id, 16 bytes tag. Any thread.
 */
public final class CardVault {
  /** Bytes of a sealed id. */
  public static final int SEALED_LENGTH = 39;

  private static final byte VERSION = 1;
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random;

  CardVault(byte[] wrappingKey, SecureRandom random) {
    this.key = new SecretKeySpec(wrappingKey, "AES");
    this.random = random;
  }

  /**
   * Seals an id under a fresh nonce.
   *
   * @param row id of the row that the sealed id is stored in
   */
  public byte[] seal(CardId id, UUID row) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, row);
      byte[] closed = cipher.doFinal(id.value().getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.allocate(SEALED_LENGTH).put(VERSION).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same row.
   *
   * @throws SealBrokenException when the bytes are damaged, belong to another row, or were sealed
   *     under another key
   */
  public CardId open(byte[] sealed, UUID row) {
    if (sealed.length != SEALED_LENGTH || sealed[0] != VERSION) {
      throw new SealBrokenException(
          "sealed card id of " + sealed.length + " bytes: not of version " + VERSION, null);
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, row);
      byte[] id = cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
      return new CardId(new String(id, StandardCharsets.US_ASCII));
    } catch (AEADBadTagException e) {
      throw new SealBrokenException("sealed card id: damaged, or sealed under another key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, UUID row) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(row.getMostSignificantBits())
            .putLong(row.getLeastSignificantBits())
            .array());
    return cipher;
  }

  @Override
  public String toString() {
    return "CardVault";
  }
}
