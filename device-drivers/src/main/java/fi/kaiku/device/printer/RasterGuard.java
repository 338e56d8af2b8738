package fi.kaiku.device.printer;

/**
 * Keeps real-time commands out of pictures: printers carry out DLE EOT (10 04), DLE ENQ (10 05) and
 * DLE DC4 (10 14: drawer, power off) even where the bytes are dots (Epson TM-U295 manual, p. 59).
 */
final class RasterGuard {
  private static final int DLE = 0x10;

  private RasterGuard() {}

  /** The same dots; where they would be a command, one more of them is black. */
  static byte[] guarded(byte[] dots) {
    byte[] safe = dots.clone();
    for (int i = 0; i + 1 < safe.length; i++) {
      if (safe[i] == DLE && (safe[i + 1] == 0x04 || safe[i + 1] == 0x05 || safe[i + 1] == 0x14)) {
        safe[i] |= 1;
      }
    }
    return safe;
  }
}
