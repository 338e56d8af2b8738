package fi.kaiku.device.scanner;

/**
 * The keyboard that a scanner was told to be: which character a key means. Set in the scanner, and
 * independent of the computer's own layout, since its keys are read below that.
 *
 * <p>The rows give usages 04-1D (letters), 1E-27 (digits), 2D-38 and 64 of page 07 (USB-IF, HID
 * Usage Tables), plain, with shift, and with AltGr. A combining character is a dead key, a space no
 * character.
 */
public enum KeyLayout {
  US(
      row("abcdefghijklmnopqrstuvwxyz", "1234567890", "-=[]\\#;'`,./", "\\"),
      row("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "!@#$%^&*()", "_+{}|~:\"~<>?", "|"),
      row(" ".repeat(26), " ".repeat(10), " ".repeat(12), " ")),
  /** SFS 5966 without its rare third-level characters; the Swedish layout is the same here. */
  FI(
      row("abcdefghijklmnopqrstuvwxyz", "1234567890", "+\u0301å\u0308''öä§,.-", "<"),
      row("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "!\"#¤%&/()=", "?\u0300Å\u0302**ÖÄ½;:_", ">"),
      row("    €                     ", " @£$€ {[]}", "\\  \u0303        ", "|")),
  SV(FI.plain, FI.shifted, FI.third),
  DE(
      row("abcdefghijklmnopqrstuvwxzy", "1234567890", "ß\u0301ü+##öä\u0302,.-", "<"),
      row("ABCDEFGHIJKLMNOPQRSTUVWXZY", "!\"§$%&/()=", "?\u0300Ü*''ÖÄ°;:_", ">"),
      row("    €       µ   @         ", " ²³   {[]}", "\\  ~        ", "|")),
  FR(
      row("qbcdefghijkl,noparstuvzxyw", "&é\"'(-è_çà", ")=\u0302$**mù²;:!", "<"),
      row("QBCDEFGHIJKL?NOPARSTUVZXYW", "1234567890", "°+\u0308£µµM% ./§", ">"),
      row("    €                     ", " ~#{[|`\\^@", "]} ¤        ", " "));

  private static final int FIRST_LETTER = 0x04;
  private static final int LAST_DIGIT = 0x27;
  private static final int FIRST_SIGN = 0x2D;
  private static final int LAST_SIGN = 0x38;
  private static final int EXTRA_KEY = 0x64;
  private static final char NOTHING = ' ';

  private final String plain;
  private final String shifted;
  private final String third;

  KeyLayout(String plain, String shifted, String third) {
    this.plain = plain;
    this.shifted = shifted;
    this.third = third;
  }

  private static String row(String letters, String digits, String signs, String extra) {
    return letters + digits + signs + extra;
  }

  /** Which of a key's characters. */
  enum Level {
    PLAIN,
    SHIFT,
    ALT_GR
  }

  /** The character of a key, a combining one for a dead key, 0 when it has none. */
  char character(int usage, Level level) {
    int index = index(usage);
    if (index < 0) {
      return 0;
    }
    char c =
        switch (level) {
          case PLAIN -> plain.charAt(index);
          case SHIFT -> shifted.charAt(index);
          case ALT_GR -> third.charAt(index);
        };
    return c == NOTHING ? 0 : c;
  }

  private static int index(int usage) {
    if (usage >= FIRST_LETTER && usage <= LAST_DIGIT) {
      return usage - FIRST_LETTER;
    }
    int signs = LAST_DIGIT - FIRST_LETTER + 1;
    if (usage >= FIRST_SIGN && usage <= LAST_SIGN) {
      return signs + usage - FIRST_SIGN;
    }
    return usage == EXTRA_KEY ? signs + LAST_SIGN - FIRST_SIGN + 1 : -1;
  }
}
