package fi.kaiku.hub.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * A Finnish personal identity code without its century sign has ten characters, too: DDMMYY, three
 * digits and a check character (R2). Date and check character are looked at; the century is open.
 */
final class IdentityCodeShape {
  private static final String CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final int DIGITS = 9;
  private static final int[] CENTURIES = {1800, 1900, 2000};

  private IdentityCodeShape() {}

  /** Of ten capitals and digits. */
  static boolean isOne(String text) {
    String digits = text.substring(0, DIGITS);
    if (!digits.chars().allMatch(Character::isDigit)) {
      return false;
    }
    int number = Integer.parseInt(digits);
    char expected = CHECK_CHARACTERS.charAt(number % CHECK_CHARACTERS.length());
    return text.charAt(DIGITS) == expected && hasDate(digits);
  }

  /** A 29th of February may be one in another century. */
  private static boolean hasDate(String digits) {
    int year = Integer.parseInt(digits.substring(4, 6));
    int month = Integer.parseInt(digits.substring(2, 4));
    int day = Integer.parseInt(digits.substring(0, 2));
    return Arrays.stream(CENTURIES).anyMatch(century -> isDate(century + year, month, day));
  }

  private static boolean isDate(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
