package fi.kaiku.device.printer;

/** One line, or block, of a receipt; independent of any printer. */
public sealed interface ReceiptLine {

  /** Text; too long a line is wrapped at words. Line breaks and control characters are refused. */
  record Text(String text, Size size, Weight weight, Align align) implements ReceiptLine {
    public Text {
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a receipt's text must not hold control characters");
      }
    }
  }

  /** Two texts on one line, the right one at the right edge. */
  record Pair(String left, String right, Weight weight) implements ReceiptLine {}

  /** A QR code (model 2, error correction M). */
  record QrCode(String data) implements ReceiptLine {}

  /** A thin line across the paper. */
  record Rule() implements ReceiptLine {}

  /** Empty lines. */
  record Feed(int lines) implements ReceiptLine {}

  /** How large text is: times the printer's own character, in both directions. */
  enum Size {
    NORMAL,
    TALL,
    LARGE
  }

  /** How heavy text is. */
  enum Weight {
    REGULAR,
    BOLD
  }

  /** Where text stands on the line. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }
}
