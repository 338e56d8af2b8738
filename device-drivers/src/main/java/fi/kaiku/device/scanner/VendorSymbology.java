package fi.kaiku.device.scanner;

import java.nio.charset.StandardCharsets;

/** Honeywell's code ids, which its HID POS scanners send when AIM identifiers are off. */
final class VendorSymbology {
  private static final byte CODE_39 = 'b';
  private static final byte QR = 's';

  private VendorSymbology() {}

  /**
   * The AIM identifier that says the same, with the modifier that promises least; "other" ({@code
   * ]X0}) for a code that no card carries; nothing when the byte says nothing.
   */
  static byte[] aim(byte id) {
    return switch (id) {
      case 0 -> new byte[0];
      case CODE_39 -> "]A0".getBytes(StandardCharsets.US_ASCII);
      case QR -> "]Q1".getBytes(StandardCharsets.US_ASCII);
      default -> "]X0".getBytes(StandardCharsets.US_ASCII);
    };
  }
}
