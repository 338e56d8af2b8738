package fi.kaiku.device.printer;

/** One thing that a printer said, cut out of its stream of bytes. */
sealed interface PrinterReport {

  /** The answer to DLE EOT n; it does not say which n. */
  record RealTime(int bits) implements PrinterReport {}

  /** Four bytes of automatic status back (GS a). */
  record Automatic(int first, int second, int third, int fourth) implements PrinterReport {}

  /** The one-byte answer to GS r, which also serves as the barrier. */
  record Transmitted(int bits) implements PrinterReport {}

  /**
   * A text that ends with NUL: GS I (header 5F), GS ( H (header 37) and their like.
   *
   * @param text the bytes between header and NUL, as ISO 8859-1
   */
  record Block(int header, String text) implements PrinterReport {
    static final int PROCESS_ID = 0x37;
    static final int IDENTITY = 0x5F;
  }

  /** Bytes that fit nothing. */
  record Garbage(int bytes) implements PrinterReport {}
}
