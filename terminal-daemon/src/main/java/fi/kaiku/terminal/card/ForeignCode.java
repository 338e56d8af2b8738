package fi.kaiku.terminal.card;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognises codes that people hold under a scanner by mistake (R3). */
final class ForeignCode {
  /** Digits of EAN-8, UPC-A, EAN-13 and ITF-14 (GS1 General Specifications, section 7.9). */
  private static final Set<Integer> PRODUCT_CODE_LENGTHS = Set.of(8, 12, 13, 14);

  /** Possessive: a text of 4,000 characters is judged in one pass. */
  private static final Pattern WEB_ADDRESS =
      Pattern.compile(
          "(?i)\\s*+(?:[a-z][a-z0-9+.-]*+://.*+|www\\..*+"
              + "|[a-z0-9-]++(?:\\.[a-z0-9-]++)*+(?<=\\.[a-z]{2,24})(?:[:/?#].*+)?+)\\s*+",
          Pattern.DOTALL);

  private ForeignCode() {}

  static boolean isWebAddress(String text) {
    return WEB_ADDRESS.matcher(text).matches();
  }

  static boolean isProductCode(String text) {
    return PRODUCT_CODE_LENGTHS.contains(text.length())
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && hasCheckDigit(text);
  }

  /** From the right: weights 1, 3, 1, 3 ...; the sum is a multiple of ten. */
  private static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : 3 * digit;
    }
    return sum % 10 == 0;
  }
}
