package fi.kaiku.terminal.card;

/**
 * Symbologies beside Code 39 and QR that a venue's setting may let count as a card (R2), by their
 * AIM code character (ISO/IEC 15424).
 */
public enum ExtraSymbology {
  CODE_128('C'),
  CODE_93('G'),
  DATA_MATRIX('d'),
  PDF_417('L'),
  AZTEC('z');

  private final char aimCode;

  ExtraSymbology(char aimCode) {
    this.aimCode = aimCode;
  }

  /** Whether an AIM identifier such as {@code ]C0} names this symbology. */
  boolean isNamedBy(String aim) {
    return aim.length() >= 2 && aim.charAt(1) == aimCode;
  }
}
