package fi.kaiku.device.scanner;

/** The data characters of Code 39 and its modulo 43 check character (ISO/IEC 16388). */
final class Code39 {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
  private static final char START_STOP = '*';
  private static final int LAST_ASCII = 127;

  private Code39() {}

  /** The text without the start and stop characters that some readers send along. */
  static String withoutStartStop(String text) {
    boolean framed =
        text.length() >= 2
            && text.charAt(0) == START_STOP
            && text.charAt(text.length() - 1) == START_STOP;
    return framed ? text.substring(1, text.length() - 1) : text;
  }

  /** Whether all characters can be in a Code 39 symbol. */
  static boolean holds(String text) {
    return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /** Whether the last character is the check character of those before it. */
  static boolean checks(String text) {
    if (text.length() < 2 || !holds(text)) {
      return false;
    }
    int last = text.length() - 1;
    return checkCharacter(text.substring(0, last)) == text.charAt(last);
  }

  /** The check character of a text that {@link #holds}. */
  static char checkCharacter(String text) {
    int sum = text.chars().map(ALPHABET::indexOf).sum();
    return ALPHABET.charAt(sum % ALPHABET.length());
  }

  /** What a Full ASCII reader makes of a symbol: a character of each pair that means one. */
  static String asFullAscii(String symbols) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < symbols.length()) {
      String two = symbols.substring(i, Math.min(i + 2, symbols.length()));
      int meant = meantBy(two);
      text.append(meant < 0 ? symbols.charAt(i) : (char) meant);
      i += meant < 0 ? 1 : 2;
    }
    return text.toString();
  }

  private static int meantBy(String two) {
    for (char c = 0; c <= LAST_ASCII; c++) {
      if (pair(c).equals(two)) {
        return c;
      }
    }
    return -1;
  }

  /** The same for a text whose pairs the reader made into ASCII, all but the check character. */
  static boolean checksAsFullAscii(String text) {
    if (text.length() < 2) {
      return false;
    }
    int last = text.length() - 1;
    StringBuilder symbols = new StringBuilder(2 * text.length());
    for (int i = 0; i < last; i++) {
      symbols.append(pair(text.charAt(i)));
    }
    return checks(symbols.append(text.charAt(last)).toString());
  }

  /** How Full ASCII writes a character: as itself, or as a shift character and a letter. */
  private static String pair(char c) {
    if (c >= 'a' && c <= 'z') {
      return "+" + (char) (c - 'a' + 'A');
    }
    if (c >= 1 && c <= 26) {
      return "$" + (char) (c - 1 + 'A');
    }
    if (c != ' ' && c != '-' && c != '.' && c >= '!' && c <= '/') {
      return "/" + (char) (c - '!' + 'A');
    }
    return switch (c) {
      case 0 -> "%U";
      case 27, 28, 29, 30, 31 -> "%" + (char) (c - 27 + 'A');
      case ':' -> "/Z";
      case ';', '<', '=', '>', '?' -> "%" + (char) (c - ';' + 'F');
      case '@' -> "%V";
      case '[', '\\', ']', '^', '_' -> "%" + (char) (c - '[' + 'K');
      case '`' -> "%W";
      case '{', '|', '}', '~', 127 -> "%" + (char) (c - '{' + 'P');
      default -> String.valueOf(c);
    };
  }
}
