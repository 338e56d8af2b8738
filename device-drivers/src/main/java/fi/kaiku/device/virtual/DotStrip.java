package fi.kaiku.device.virtual;

import java.util.Arrays;

/** Black dots on a strip of paper that grows downwards; eight dots to a byte. */
final class DotStrip {
  private final int width;
  private byte[] dots = new byte[0];
  private int height;

  DotStrip(int width) {
    this.width = width;
  }

  private DotStrip(DotStrip other) {
    this.width = other.width;
    this.height = other.height;
    this.dots = Arrays.copyOf(other.dots, height * stride());
  }

  DotStrip copy() {
    return new DotStrip(this);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Moves the paper on, leaving it white. */
  void feed(int rows) {
    height += rows;
    if (height * stride() > dots.length) {
      dots = Arrays.copyOf(dots, Math.max(height, 256) * stride() * 2);
    }
  }

  /** Burns a dot; outside the paper nothing happens, as on a real head. */
  void burn(int x, int y) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      dots[y * stride() + x / 8] |= (byte) (0x80 >> x % 8);
    }
  }

  boolean isBlack(int x, int y) {
    return x >= 0
        && x < width
        && y >= 0
        && y < height
        && (dots[y * stride() + x / 8] & 0x80 >> x % 8) != 0;
  }

  /** A quick no for most of the paper: nothing black in the bytes around this dot. */
  boolean isBlankAround(int x, int y) {
    int first = Math.max(0, (x - 1) >> 3);
    int last = Math.min(stride() - 1, (x + 1) >> 3);
    for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (int column = first; column <= last; column++) {
        if (dots[row * stride() + column] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  boolean isBlank() {
    for (int i = 0; i < height * stride(); i++) {
      if (dots[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private int stride() {
    return width / 8;
  }
}
