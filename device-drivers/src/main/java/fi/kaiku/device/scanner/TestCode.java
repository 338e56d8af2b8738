package fi.kaiku.device.scanner;

/**
 * The three codes that a technician scans to find out how a scanner is set: printed on the test
 * sheet, and nobody's card. Together they hold every sign that a wrong setting changes.
 */
public enum TestCode {
  /** As long as a card's id, with the letters that keyboards have in different places. */
  ID(1, Symbology.CODE_39, "QWAZYM1234"),
  /** The signs of Code 39; {@code /A} and {@code +B} are one character each in Full ASCII. */
  SIGNS(2, Symbology.CODE_39, "1-2.3 4$5/A+B%"),
  /** Both cases, and signs that keyboards have in different places; the last one is no dead key. */
  MIXED(3, Symbology.QR, "Qr-aB1_:;<>?@#&*()='\"![],Z");

  private final int number;
  private final Symbology symbology;
  private final String text;

  TestCode(int number, Symbology symbology, String text) {
    this.number = number;
    this.symbology = symbology;
    this.text = text;
  }

  /** On the test sheet. */
  public int number() {
    return number;
  }

  public Symbology symbology() {
    return symbology;
  }

  /** What the code holds, without check character. */
  public String text() {
    return text;
  }
}
