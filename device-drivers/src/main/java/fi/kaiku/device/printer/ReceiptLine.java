package fi.kaiku.device.printer;

/** One line, or block, of a receipt; independent of any printer. */
public sealed interface ReceiptLine {

  /** Text; too long a line is wrapped at words. Line breaks and control characters are refused. */
  record Text(String text, Size size, Weight weight, Align align) implements ReceiptLine {
    public Text {
      refuseControls(text);
    }
  }

  /** Two texts on one line, the right one at the right edge. */
  record Pair(String left, String right, Weight weight) implements ReceiptLine {
    public Pair {
      refuseControls(left);
      refuseControls(right);
    }
  }

  /** A QR code (model 2, error correction M). */
  record QrCode(String data) implements ReceiptLine {
    public QrCode {
      if (data.isEmpty()) {
        throw new IllegalArgumentException("a QR code must hold at least one character");
      }
    }
  }

  /**
   * A picture in the middle of the line, such as the venue's logo; wider than the paper: refused.
   */
  record Picture(DotPicture picture) implements ReceiptLine {}

  /** Kicks the cash drawer open, where the model has a connector for one; prints nothing. */
  record OpenDrawer() implements ReceiptLine {}

  /** A thin line across the paper. */
  record Rule() implements ReceiptLine {}

  /** Empty lines. */
  record Feed(int lines) implements ReceiptLine {
    /** More than a hand's breadth of empty paper is a mistake. */
    public static final int MOST_LINES = 20;

    public Feed {
      if (lines < 1 || lines > MOST_LINES) {
        throw new IllegalArgumentException(
            "feed of " + lines + " lines: expected 1 to " + MOST_LINES);
      }
    }
  }

  private static void refuseControls(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a receipt's text must not hold control characters");
    }
  }

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
