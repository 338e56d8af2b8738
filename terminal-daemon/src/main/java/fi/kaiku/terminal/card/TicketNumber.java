package fi.kaiku.terminal.card;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number on a ticket and in its QR code: twelve characters of Crockford's base 32, printed
 * {@code XXXX-XXXX-XXXX}. By its length it can never look like a card id or a personal identity
 * code (R2, R3); its first character is a letter, so it never looks like a product code either. The
 * last one is a check character that finds every wrong character and every two exchanged ones.
 *
 * @param value without hyphens
 */
public record TicketNumber(String value) {
  public static final int LENGTH = 12;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int DIGITS = 10;
  private static final int GROUP = 4;

  /** x⁵ + x² + 1, primitive over GF(2): the characters are the 32 elements of the field. */
  private static final int FIELD_POLYNOMIAL = 0b100101;

  public TicketNumber {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "ticket number of " + value.length() + " characters: expected 12, the last a check");
    }
  }

  /** A new number: 54 random bits, so nobody can guess one that exists. */
  public static TicketNumber random(RandomGenerator random) {
    StringBuilder text = new StringBuilder(LENGTH);
    text.append(ALPHABET.charAt(random.nextInt(DIGITS, ALPHABET.length())));
    while (text.length() < LENGTH - 1) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    text.append(ALPHABET.charAt(timesX(remainder(text))));
    return new TicketNumber(text.toString());
  }

  /**
   * A ticket number as scanned or typed: with or without hyphens and spaces, small letters, O for 0
   * and I or L for 1 allowed. Empty when the text is none.
   */
  public static Optional<TicketNumber> recognise(String text) {
    String plain = CleanUp.typed(text).replace('O', '0').replace('I', '1').replace('L', '1');
    return isValid(plain) ? Optional.of(new TicketNumber(plain)) : Optional.empty();
  }

  /** As on paper. */
  public String printed() {
    return String.join(
        "-",
        value.substring(0, GROUP),
        value.substring(GROUP, 2 * GROUP),
        value.substring(2 * GROUP));
  }

  @Override
  public String toString() {
    return printed();
  }

  private static boolean isValid(String text) {
    return text.length() == LENGTH
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && ALPHABET.indexOf(text.charAt(0)) >= DIGITS
        && remainder(text) == 0;
  }

  private static int remainder(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum = timesX(sum) ^ ALPHABET.indexOf(text.charAt(i));
    }
    return sum;
  }

  private static int timesX(int element) {
    int doubled = element << 1;
    return doubled < ALPHABET.length() ? doubled : doubled ^ FIELD_POLYNOMIAL;
  }
}
