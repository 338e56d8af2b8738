package fi.kaiku.device.printer;

/**
 * The answer to GET_PORT_STATUS of USB printers. Advisory: many receipt printers always say 18
 * (selected, no error, paper), so only trouble is believed, never "all is well".
 */
record PortStatus(int bits) {
  private static final int PAPER_EMPTY = 0x20;
  private static final int NOT_ERROR = 0x08;

  boolean saysPaperOut() {
    return (bits & PAPER_EMPTY) != 0;
  }

  boolean saysError() {
    return (bits & NOT_ERROR) == 0;
  }
}
