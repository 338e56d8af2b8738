package fi.kaiku.device.virtual;

/**
 * Draws printed paper as it lies on the desk: warm white, a torn edge where the cutter went, a soft
 * shadow around, and ink that spreads a little as on thermal paper.
 */
final class PaperPicture {
  private static final int SHADOW_DOTS = 16;
  private static final int TOOTH_DOTS = 8;
  private static final int TOP_MARGIN_DOTS = 40;
  private static final int BOTTOM_MARGIN_DOTS = 8;

  private static final int PAPER = 0xFDFCF8;
  private static final int INK = 0x262329;
  private static final int SHADOW_OPACITY = 56;

  /** Palette: shades from paper to ink, then opacities of the shadow from none to full. */
  private static final int INK_SHADES = 33;

  private static final int FIRST_SHADOW = INK_SHADES;

  /** How much of its ink a black dot keeps, and gives to each of its eight neighbours. */
  private static final int OWN_INK = 24;

  private static final int SIDE_INK = 4;
  private static final int CORNER_INK = 1;

  private final DotStrip dots;
  private final int paperWidth;
  private final int paperHeight;

  private PaperPicture(DotStrip dots, int paperDots) {
    this.dots = dots;
    this.paperWidth = paperDots;
    this.paperHeight = TOP_MARGIN_DOTS + dots.height() + BOTTOM_MARGIN_DOTS;
  }

  static byte[] png(DotStrip dots, int paperDots) {
    PaperPicture picture = new PaperPicture(dots, paperDots);
    return PngWriter.write(
        picture.paperWidth + 2 * SHADOW_DOTS,
        picture.paperHeight + 2 * SHADOW_DOTS,
        palette(),
        picture::fillRow);
  }

  private static int[] palette() {
    int[] palette = new int[INK_SHADES + SHADOW_DOTS + 1];
    for (int i = 0; i < INK_SHADES; i++) {
      palette[i] = 0xFF000000 | mixed((double) i / (INK_SHADES - 1));
    }
    for (int i = 0; i <= SHADOW_DOTS; i++) {
      double nearness = (double) i / SHADOW_DOTS;
      palette[FIRST_SHADOW + i] = (int) (SHADOW_OPACITY * nearness * nearness) << 24;
    }
    return palette;
  }

  private static int mixed(double ink) {
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double paper = PAPER >> shift & 0xFF;
      double dark = INK >> shift & 0xFF;
      colour |= (int) Math.round(paper + (dark - paper) * ink) << shift;
    }
    return colour;
  }

  private void fillRow(int y, byte[] row) {
    int paperY = y - SHADOW_DOTS;
    for (int x = 0; x < row.length; x++) {
      int paperX = x - SHADOW_DOTS;
      row[x] = (byte) (isPaper(paperX, paperY) ? ink(paperX, paperY) : shadow(paperX, paperY));
    }
  }

  /** Both ends are zigzag, as a tear bar leaves them. */
  private boolean isPaper(int x, int y) {
    if (x < 0 || x >= paperWidth || y < 0 || y >= paperHeight) {
      return false;
    }
    int tooth = Math.abs(x % (2 * TOOTH_DOTS) - TOOTH_DOTS);
    return y >= tooth && y < paperHeight - tooth;
  }

  private int ink(int paperX, int paperY) {
    int x = paperX - (paperWidth - dots.width()) / 2;
    int y = paperY - TOP_MARGIN_DOTS;
    if (dots.isBlankAround(x, y)) {
      return 0;
    }
    int ink = dots.isBlack(x, y) ? OWN_INK : 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if ((dx != 0 || dy != 0) && dots.isBlack(x + dx, y + dy)) {
          ink += dx == 0 || dy == 0 ? SIDE_INK : CORNER_INK;
        }
      }
    }
    return Math.min(ink, INK_SHADES - 1);
  }

  private int shadow(int x, int y) {
    int outsideX = Math.max(Math.max(-x, x - paperWidth + 1), 0);
    int outsideY = Math.max(Math.max(-y, y - paperHeight + 1), 0);
    int distance = (int) Math.hypot(outsideX, outsideY);
    return FIRST_SHADOW + Math.max(0, SHADOW_DOTS - distance);
  }
}
