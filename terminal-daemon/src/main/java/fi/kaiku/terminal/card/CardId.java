package fi.kaiku.terminal.card;

import java.util.regex.Pattern;

/**
 * A card's id exactly as printed: ten capitals or digits (R1, R2). Clear ids live in memory and,
 * encrypted, in the journal's {@code pending_card} only; {@link #toString()} tells the last three
 * characters (R28).
 */
public record CardId(String value) {
  /** Characters in an id (R1). */
  public static final int LENGTH = 10;

  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{" + LENGTH + "}");
  private static final int TAIL = 3;

  public CardId {
    if (!fits(value)) {
      throw new IllegalArgumentException(
          "card id of " + value.length() + " characters: expected 10 capitals or digits");
    }
  }

  static boolean fits(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** The last three characters: all that a screen or log may show (R28). */
  public String tail() {
    return value.substring(value.length() - TAIL);
  }

  @Override
  public String toString() {
    return "..." + tail();
  }
}
