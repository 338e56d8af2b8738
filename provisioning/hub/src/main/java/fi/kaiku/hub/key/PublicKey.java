package fi.kaiku.hub.key;

import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 public key: 32 bytes, base64url without padding on the wire. */
public final class PublicKey {
  private final byte[] raw;

  private PublicKey(byte[] raw) {
    if (raw.length != Ed25519.PUBLIC_KEY_BYTES) {
      throw new IllegalArgumentException("expected an Ed25519 public key of 32 bytes, base64url");
    }
    this.raw = raw;
  }

  /**
   * From its bytes.
   *
   * @throws IllegalArgumentException when they are not 32
   */
  public static PublicKey of(byte[] raw) {
    return new PublicKey(raw.clone());
  }

  /**
   * From the wire.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static PublicKey parse(String text) {
    return new PublicKey(Base64.getUrlDecoder().decode(text));
  }

  public byte[] bytes() {
    return raw.clone();
  }

  boolean hasSigned(byte[] content, byte[] signature) {
    return Ed25519.isSigned(raw, content, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  /** As on the wire. */
  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
