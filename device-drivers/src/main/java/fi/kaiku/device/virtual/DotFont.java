package fi.kaiku.device.virtual;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The 12 x 24 dot characters of a receipt printer's font A. The glyphs come as a file of our own
 * (with its licence beside it) rather than from the system's fonts: pictures look the same on every
 * machine, and nothing of the desktop is loaded.
 */
final class DotFont {
  static final int WIDTH = 12;
  static final int HEIGHT = 24;

  private static final String FILE = "receipt-12x24.hex";
  private static final int HEX_DIGITS_A_ROW = 3;

  private final Map<Character, short[]> glyphs;

  private DotFont(Map<Character, short[]> glyphs) {
    this.glyphs = glyphs;
  }

  static DotFont load() {
    Map<Character, short[]> glyphs = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                DotFont.class.getResourceAsStream(FILE), StandardCharsets.US_ASCII))) {
      String line;
      while ((line = lines.readLine()) != null) {
        glyphs.put((char) Integer.parseInt(line, 0, 4, 16), parse(line.substring(5)));
      }
    } catch (IOException damagedProgram) {
      throw new UncheckedIOException("can't read " + FILE, damagedProgram);
    }
    return new DotFont(glyphs);
  }

  private static short[] parse(String hex) {
    short[] rows = new short[HEIGHT];
    for (int i = 0; i < HEIGHT; i++) {
      int at = i * HEX_DIGITS_A_ROW;
      rows[i] = (short) Integer.parseInt(hex, at, at + HEX_DIGITS_A_ROW, 16);
    }
    return rows;
  }

  /** The rows of a character, its left dot at bit 11; an unknown one is a question mark. */
  short[] rows(char c) {
    return glyphs.getOrDefault(c, glyphs.get('?'));
  }
}
