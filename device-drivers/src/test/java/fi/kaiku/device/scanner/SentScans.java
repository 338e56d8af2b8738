package fi.kaiku.device.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One scan of a card as each kind of scanner sends it: what comes before its last part, and that.
 */
final class SentScans {
  private static final String CARD = "1234567890";

  /** HID usage and Linux key code of the digit 1; 2 to 9 and 0 follow in both. */
  private static final int USAGE_1 = 0x1E;

  private static final int KEY_1 = 2;
  private static final int USAGE_ENTER = 0x28;
  private static final int KEY_ENTER = 28;
  private static final int BOOT_REPORT_BYTES = 8;
  private static final int POS_REPORT_BYTES = 64;
  private static final int POS_DATA_AT = 5;

  private SentScans() {}

  static List<byte[]> serial() {
    return List.of(("]A0" + CARD + "\r").getBytes(StandardCharsets.US_ASCII));
  }

  static List<byte[]> hidPos() {
    ByteBuffer report = ByteBuffer.allocate(POS_REPORT_BYTES);
    report.put((byte) 2).put((byte) CARD.length());
    report.put("]A0".getBytes(StandardCharsets.US_ASCII));
    report.put(POS_DATA_AT, CARD.getBytes(StandardCharsets.US_ASCII));
    return List.of(report.array());
  }

  /** A report for each key down and up, but Enter's release. */
  static List<byte[]> wedge() {
    List<byte[]> reports = new ArrayList<>();
    for (int i = 0; i < CARD.length(); i++) {
      reports.add(key(USAGE_1 + i));
      reports.add(new byte[BOOT_REPORT_BYTES]);
    }
    reports.add(key(USAGE_ENTER));
    return joined(reports, new byte[BOOT_REPORT_BYTES]);
  }

  private static byte[] key(int usage) {
    byte[] report = new byte[BOOT_REPORT_BYTES];
    report[2] = (byte) usage;
    return report;
  }

  static List<byte[]> evdev() {
    List<byte[]> events = new ArrayList<>();
    for (int i = 0; i < CARD.length(); i++) {
      events.add(event(KEY_1 + i, 1));
      events.add(event(KEY_1 + i, 0));
    }
    events.add(event(KEY_ENTER, 1));
    return joined(events, event(KEY_ENTER, 0));
  }

  private static byte[] event(int code, int value) {
    return ByteBuffer.allocate(EvdevKeys.EVENT_BYTES)
        .order(ByteOrder.nativeOrder())
        .putLong(1)
        .putLong(2)
        .putShort((short) 1)
        .putShort((short) code)
        .putInt(value)
        .array();
  }

  /** The release of the scan before, all keys in one write, and Enter by itself. */
  private static List<byte[]> joined(List<byte[]> keys, byte[] release) {
    ByteBuffer all = ByteBuffer.allocate(release.length * keys.size());
    all.put(release);
    keys.subList(0, keys.size() - 1).forEach(all::put);
    return List.of(Arrays.copyOf(all.array(), all.position()), keys.getLast());
  }
}
