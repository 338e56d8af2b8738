package fi.kaiku.device.printer;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A picture in black dots, eight to a byte, the left dot highest: a venue's logo, say. A value; its
 * width is a multiple of eight.
 */
public final class DotPicture {

  /** A logo higher than a hand's breadth is a mistake. */
  static final int MOST_ROWS = 800;

  /** Larger files are refused before they are unpacked into a small heap. */
  static final int MOST_PIXELS = 4_000_000;

  private static final int MIDDLE_GREY = 128;

  private final int width;
  private final int height;
  private final byte[] dots;

  DotPicture(int width, int height) {
    this.width = (width + 7) / 8 * 8;
    this.height = height;
    this.dots = new byte[this.width / 8 * height];
  }

  /**
   * Reads a picture and draws its greys as scattered dots.
   *
   * @param mostDots its width at most: a wider picture is made smaller
   * @throws IOException when it is no picture, or far too large
   */
  public static DotPicture read(InputStream file, int mostDots) throws IOException {
    BufferedImage picture = ImageIO.read(file);
    if (picture == null) {
      throw new IOException("not a picture: expected PNG, JPEG, GIF or BMP");
    }
    if ((long) picture.getWidth() * picture.getHeight() > MOST_PIXELS) {
      throw new IOException("a picture of more than " + MOST_PIXELS + " pixels");
    }
    int width = Math.min(picture.getWidth(), mostDots / 8 * 8);
    int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
    if (height > MOST_ROWS) {
      throw new IOException("a picture of " + height + " rows: expected at most " + MOST_ROWS);
    }
    return scattered(onWhite(picture, width, height));
  }

  private static BufferedImage onWhite(BufferedImage picture, int width, int height) {
    BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = grey.createGraphics();
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return grey;
  }

  /** Floyd and Steinberg's way: what a dot is too dark or too light, its neighbours make good. */
  private static DotPicture scattered(BufferedImage grey) {
    int width = grey.getWidth();
    DotPicture picture = new DotPicture(width, grey.getHeight());
    int[] debts = new int[width + 2];
    for (int y = 0; y < grey.getHeight(); y++) {
      int[] below = new int[width + 2];
      int right = 0;
      for (int x = 0; x < width; x++) {
        int wanted = grey.getRaster().getSample(x, y, 0) + (debts[x + 1] + right) / 16;
        boolean black = wanted < MIDDLE_GREY;
        if (black) {
          picture.blacken(x, y);
        }
        int error = black ? wanted : wanted - 255;
        right = error * 7;
        below[x] += error * 3;
        below[x + 1] += error * 5;
        below[x + 2] += error;
      }
      debts = below;
    }
    return picture;
  }

  void blacken(int x, int y) {
    dots[y * (width / 8) + x / 8] |= (byte) (0x80 >> x % 8);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The rows from one on, as many as asked for, as they are sent. */
  byte[] rows(int from, int count) {
    int stride = width / 8;
    return Arrays.copyOfRange(dots, from * stride, (from + count) * stride);
  }
}
