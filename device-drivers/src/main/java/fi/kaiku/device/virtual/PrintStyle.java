package fi.kaiku.device.virtual;

/**
 * How the next character is to look.
 *
 * @param width times the font's width
 * @param height times the font's height
 */
record PrintStyle(int width, int height, Stroke stroke) {
  static final PrintStyle PLAIN = new PrintStyle(1, 1, Stroke.REGULAR);

  enum Stroke {
    REGULAR,
    BOLD
  }

  PrintStyle sized(int newWidth, int newHeight) {
    return new PrintStyle(newWidth, newHeight, stroke);
  }

  PrintStyle with(Stroke newStroke) {
    return new PrintStyle(width, height, newStroke);
  }
}
