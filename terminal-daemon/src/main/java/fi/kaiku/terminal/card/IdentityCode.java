package fi.kaiku.terminal.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a Finnish personal identity code, DDMMYY + century sign + three digits + check
 * character, with or without the sign (R2): its date and its check character are valid. Signs by
 * the decree on the population information system (128/2010, changed by 690/2022). The three digits
 * may be anything: artificial codes (9xx) are taken for real ones.
 */
final class IdentityCode {
  private static final Pattern SHAPE =
      Pattern.compile("(\\d{2})(\\d{2})(\\d{2})([-+U-YA-F]?)(\\d{3})([0-9A-Z])");
  private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final int[] ALL_CENTURIES = {1800, 1900, 2000};

  private IdentityCode() {}

  /** In capitals or not, as it stands and freed of spaces and hyphens. */
  static boolean isOne(String text) {
    String upper = CleanUp.scanned(text);
    return matches(upper) || matches(CleanUp.withoutSpacesAndHyphens(upper));
  }

  private static boolean matches(String text) {
    Matcher code = SHAPE.matcher(text);
    return code.matches() && hasDate(code) && hasCheckCharacter(code);
  }

  private static boolean hasDate(Matcher code) {
    int day = Integer.parseInt(code.group(1));
    int month = Integer.parseInt(code.group(2));
    int year = Integer.parseInt(code.group(3));
    for (int century : centuries(code.group(4))) {
      if (isDate(century + year, month, day)) {
        return true;
      }
    }
    return false;
  }

  private static int[] centuries(String sign) {
    if (sign.isEmpty()) {
      return ALL_CENTURIES;
    }
    return switch (sign.charAt(0)) {
      case '+' -> new int[] {1800};
      case '-', 'U', 'V', 'W', 'X', 'Y' -> new int[] {1900};
      default -> new int[] {2000};
    };
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean hasCheckCharacter(Matcher code) {
    int number = Integer.parseInt(code.group(1) + code.group(2) + code.group(3) + code.group(5));
    char expected = CHECK_CHARACTERS.charAt(number % CHECK_CHARACTERS.length());
    return code.group(6).charAt(0) == expected;
  }
}
