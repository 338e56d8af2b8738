package fi.kaiku.device.scanner;

/**
 * The three characters with which a scanner names the symbology of a scan (ISO/IEC 15424): a
 * bracket, a letter for the symbology, and a modifier.
 */
record AimIdentifier(char code, char modifier) {
  static final int LENGTH = 3;

  /** Whether these bytes begin with something that has the shape of an identifier. */
  static boolean leads(byte[] bytes) {
    return bytes.length >= LENGTH
        && bytes[0] == ']'
        && isLetter(bytes[1])
        && (isLetter(bytes[2]) || (bytes[2] >= '0' && bytes[2] <= '9'));
  }

  static AimIdentifier of(byte[] bytes) {
    return new AimIdentifier((char) bytes[1], (char) bytes[2]);
  }

  private static boolean isLetter(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }

  Symbology symbology() {
    return switch (code) {
      case 'A' -> Symbology.CODE_39;
      // Every modifier: real readers send ]Q0 (Model 1) for ordinary codes too.
      case 'Q' -> Symbology.QR;
      default -> Symbology.OTHER;
    };
  }

  /** Code 39 with the check character still at the end: modifiers 1, and 5 for Full ASCII. */
  boolean carriesCheckCharacter() {
    return code == 'A' && (modifier == '1' || modifier == '5');
  }

  /** Code 39 whose character pairs the scanner made into ASCII: modifiers 4, 5, 7. */
  boolean fullAscii() {
    return code == 'A' && modifier >= '4' && modifier <= '7';
  }

  /** QR in the ECI protocol: backslashes are doubled, {@code \NNNNNN} names a character set. */
  boolean escapesEci() {
    return code == 'Q' && (modifier == '2' || modifier == '4' || modifier == '6');
  }

  String text() {
    return "]" + code + modifier;
  }
}
