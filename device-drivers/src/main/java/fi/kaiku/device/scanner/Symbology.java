package fi.kaiku.device.scanner;

/** What kind of code was read, as far as the scanner told (AIM identifier, ISO/IEC 15424). */
public enum Symbology {
  CODE_39,
  QR,
  /** The scanner named a symbology that no Kaikukortti carries (EAN, PDF417, Aztec ...). */
  OTHER,
  /** The scanner did not say. */
  UNKNOWN
}
