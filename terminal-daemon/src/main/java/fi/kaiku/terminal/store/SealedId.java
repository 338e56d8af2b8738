package fi.kaiku.terminal.store;

import java.util.Arrays;

/** An encrypted card id, as the card vault made it for one admission. */
public final class SealedId {
  private final byte[] bytes;

  public SealedId(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SealedId";
  }
}
