package fi.kaiku.terminal.card;

/**
 * The only changes that are ever made to a scanned or typed text (R2). Capitals are made of a-z
 * alone: {@link String#toUpperCase()} would depend on the machine's locale (Turkish i) and would
 * quietly turn letters that no card carries into ones that it does (long s, dotless i, sharp s).
 */
final class CleanUp {
  private CleanUp() {}

  /** Caps Lock and a padding prefix or suffix (spaces, NUL) undone. */
  static String scanned(String text) {
    return upperCase(text.trim());
  }

  /** Freed of spaces and hyphens wherever they stand. */
  static String typed(String text) {
    return upperCase(withoutSpacesAndHyphens(text.trim()));
  }

  static String withoutSpacesAndHyphens(String text) {
    return text.codePoints()
        .filter(c -> !isSpace(c) && !isHyphen(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static String upperCase(String text) {
    return text.chars()
        .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
        .collect(StringBuilder::new, (sb, c) -> sb.append((char) c), StringBuilder::append)
        .toString();
  }

  private static boolean isSpace(int c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c);
  }

  /** Hyphens as keyboards, phones and word processors make them, the minus sign included. */
  private static boolean isHyphen(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == '\u00AD';
  }
}
