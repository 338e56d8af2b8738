package fi.kaiku.device.printer;

/** What DLE EOT n can ask; printers answer at once, even while they can't print. */
enum RealTimeQuery {
  PRINTER(1),
  OFFLINE_CAUSE(2),
  ERROR_CAUSE(3),
  PAPER_SENSOR(4);

  private final int number;

  RealTimeQuery(int number) {
    this.number = number;
  }

  /** DLE EOT n. */
  byte[] command() {
    return new byte[] {0x10, 0x04, (byte) number};
  }
}
