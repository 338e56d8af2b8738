package fi.kaiku.device.scanner;

import fi.kaiku.device.usb.HidField;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.HidUsage;
import java.util.List;

/**
 * Where things are in the scanned data report of a HID POS scanner (USB-IF, HID Point of Sale Usage
 * Tables 1.02, page 8C), in bytes from the start of the report as transferred.
 *
 * @param reportId 0 when reports carry no id
 * @param lengthAt the number of data bytes used, or {@link #NONE}
 * @param aimAt three characters of the AIM identifier, or {@link #NONE}
 * @param moreAt the byte whose bit {@code moreBit} says that the scan goes on in the next report,
 *     or {@link #NONE}
 * @param vendorAt a vendor's own symbology id, or {@link #NONE}
 */
record HidPosLayout(
    int reportId,
    int lengthAt,
    int aimAt,
    int dataAt,
    int dataLength,
    int moreAt,
    int moreBit,
    int vendorAt) {
  static final int NONE = -1;

  private static final HidUsage BYTE_COUNT = new HidUsage(HidUsage.GENERIC_DESKTOP, 0x3B);
  private static final HidUsage FIRST_SYMBOLOGY_CHARACTER = scanner(0xFB);
  private static final HidUsage LAST_SYMBOLOGY_CHARACTER = scanner(0xFD);
  private static final HidUsage DATA = scanner(0xFE);
  private static final HidUsage CONTINUED = scanner(0xFF);

  /**
   * What scanners send whose descriptor does not tell: Access-IS LSR118 manual p. 68, and the same
   * of Honeywell with its own symbology id in byte 61.
   */
  static final HidPosLayout USUAL = new HidPosLayout(2, 1, 2, 5, 56, 63, 0, 61);

  /** By the descriptor where it describes decoded data, else the usual one. */
  static HidPosLayout of(HidReportDescriptor descriptor) {
    return descriptor.inputsWith(DATA).stream()
        .filter(HidField::isBytes)
        .findFirst()
        .map(data -> of(descriptor, data))
        .orElse(USUAL);
  }

  private static HidPosLayout of(HidReportDescriptor descriptor, HidField data) {
    int id = data.reportId();
    int first = byteOf(descriptor, id, FIRST_SYMBOLOGY_CHARACTER);
    boolean together = byteOf(descriptor, id, LAST_SYMBOLOGY_CHARACTER) == first + 2;
    List<HidField> continued = inReport(descriptor, id, CONTINUED);
    int index = data.indexOf(DATA);
    return new HidPosLayout(
        id,
        byteOf(descriptor, id, BYTE_COUNT),
        first >= 0 && together ? first : NONE,
        data.byteOffset(index),
        data.count() - index,
        continued.isEmpty() ? NONE : continued.getFirst().byteOffset(0),
        continued.isEmpty() ? 0 : continued.getFirst().bitInByte(0),
        NONE);
  }

  private static int byteOf(HidReportDescriptor descriptor, int reportId, HidUsage usage) {
    return inReport(descriptor, reportId, usage).stream()
        .filter(HidField::isBytes)
        .findFirst()
        .map(field -> field.byteOffset(field.indexOf(usage)))
        .orElse(NONE);
  }

  private static List<HidField> inReport(
      HidReportDescriptor descriptor, int reportId, HidUsage usage) {
    return descriptor.inputsWith(usage).stream()
        .filter(field -> field.reportId() == reportId)
        .toList();
  }

  private static HidUsage scanner(int id) {
    return new HidUsage(HidUsage.BAR_CODE_SCANNER, id);
  }

  /** The least that a report must hold; a device may leave off what it does not use. */
  int shortest() {
    return Math.max(dataAt, Math.max(lengthAt, Math.max(aimAt + 2, moreAt)) + 1);
  }
}
