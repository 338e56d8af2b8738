package fi.kaiku.hub.fleet;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code that enrols one terminal: ten characters of Crockford's base 32, 50 bits. Typed by hand,
 * so O counts as 0, I and L as 1, and case, spaces and hyphens don't count.
 */
public record EnrolmentCode(String text) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  public EnrolmentCode {
    text =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[ -]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("code: expected 10 letters and digits");
    }
  }

  static EnrolmentCode random(SecureRandom random) {
    StringBuilder text = new StringBuilder(LENGTH);
    random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return new EnrolmentCode(text.toString());
  }

  /** In two halves, as people read it out. */
  public String spoken() {
    return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
  }

  @Override
  public String toString() {
    return "EnrolmentCode";
  }
}
