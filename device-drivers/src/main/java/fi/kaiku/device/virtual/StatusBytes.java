package fi.kaiku.device.virtual;

import fi.kaiku.device.virtual.VirtualPrinter.Trouble;
import java.util.Set;

/** How a printer puts its troubles into bytes (Epson's ESC/POS command reference). */
final class StatusBytes {
  private StatusBytes() {}

  /** The answer to DLE EOT n: {@code 0xx1xx10}; none to an unknown n. */
  static byte[] realTime(int n, Set<Trouble> troubles, boolean offline) {
    int bits =
        switch (n) {
          case 1 -> bit(offline, 0x08);
          case 2 ->
              bit(troubles.contains(Trouble.COVER_OPEN), 0x04)
                  | bit(troubles.contains(Trouble.PAPER_OUT), 0x20)
                  | bit(troubles.contains(Trouble.CUTTER_JAMMED), 0x40);
          case 3 -> bit(troubles.contains(Trouble.CUTTER_JAMMED), 0x08);
          case 4 -> bit(isLow(troubles), 0x0C) | bit(troubles.contains(Trouble.PAPER_OUT), 0x60);
          default -> -1;
        };
    return bits < 0 ? new byte[0] : new byte[] {(byte) (0x12 | bits)};
  }

  /** The four bytes of automatic status back. */
  static byte[] automatic(Set<Trouble> troubles, boolean offline) {
    int first = 0x10 | bit(offline, 0x08) | bit(troubles.contains(Trouble.COVER_OPEN), 0x20);
    int second = bit(troubles.contains(Trouble.CUTTER_JAMMED), 0x08);
    return new byte[] {(byte) first, (byte) second, (byte) paperSensor(troubles), 0};
  }

  /** The answer to GS r 1, and the third byte of automatic status back. */
  static int paperSensor(Set<Trouble> troubles) {
    return bit(isLow(troubles), 0x03) | bit(troubles.contains(Trouble.PAPER_OUT), 0x0C);
  }

  private static boolean isLow(Set<Trouble> troubles) {
    return troubles.contains(Trouble.PAPER_LOW) || troubles.contains(Trouble.PAPER_OUT);
  }

  private static int bit(boolean on, int mask) {
    return on ? mask : 0;
  }
}
