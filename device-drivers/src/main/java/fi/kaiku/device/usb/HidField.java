package fi.kaiku.device.usb;

import java.util.List;

/**
 * A run of equally sized values in a report.
 *
 * @param reportId 0 when the device's reports carry no id
 * @param bitOffset from the start of the report as transferred, its id byte included
 * @param bits size of one value
 * @param usages of the values in order; the last one goes on for the rest
 * @param application the top-level collection that it is in
 */
public record HidField(
    Report report,
    int reportId,
    int bitOffset,
    int bits,
    int count,
    Content content,
    List<HidUsage> usages,
    HidUsage application) {
  private static final int BYTE = Byte.SIZE;

  public HidField {
    usages = List.copyOf(usages);
  }

  /** Which way the report goes. */
  public enum Report {
    INPUT,
    OUTPUT,
    FEATURE
  }

  /** What a value is. */
  public enum Content {
    /** Padding. */
    CONSTANT,
    /** The index of a usage: a key that is down. */
    ARRAY,
    /** The state of its usage. */
    VARIABLE
  }

  /** Position of the value with this usage, or -1. */
  public int indexOf(HidUsage usage) {
    int index = usages.indexOf(usage);
    return index < count ? index : -1;
  }

  /** Whether its values are whole bytes at byte boundaries. */
  public boolean isBytes() {
    return bits == BYTE && bitOffset % BYTE == 0;
  }

  /** Byte in the report where the value at this index begins. */
  public int byteOffset(int index) {
    return (bitOffset + index * bits) / BYTE;
  }

  /** The value's bit within that byte. */
  public int bitInByte(int index) {
    return (bitOffset + index * bits) % BYTE;
  }
}
