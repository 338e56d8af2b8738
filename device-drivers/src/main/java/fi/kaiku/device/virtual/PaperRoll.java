package fi.kaiku.device.virtual;

/** The paper in a virtual printer, at 8 dots a millimetre. */
public enum PaperRoll {
  MM_80(640, 576),
  MM_58(464, 384);

  private final int paperDots;
  private final int printableDots;

  PaperRoll(int paperDots, int printableDots) {
    this.paperDots = paperDots;
    this.printableDots = printableDots;
  }

  int paperDots() {
    return paperDots;
  }

  int printableDots() {
    return printableDots;
  }
}
