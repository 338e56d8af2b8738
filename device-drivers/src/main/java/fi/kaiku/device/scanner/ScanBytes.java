package fi.kaiku.device.scanner;

import java.util.Arrays;

/**
 * The bytes of one scan as the scanner sent them: AIM identifier and data, without what framed
 * them. Can't be changed from outside; never shows what it holds (R3, R28).
 */
public final class ScanBytes {
  private final byte[] bytes;

  public ScanBytes(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScanBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
