package fi.kaiku.device.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text in the ECI protocol (AIM ITS/04-001): {@code \\} is a backslash, {@code \NNNNNN} changes the
 * character set of what follows. A single backslash is let through: readers exist that announce the
 * protocol and do not escape.
 */
final class EciText {
  private static final int DIGITS = 6;

  private final byte[] data;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream run = new ByteArrayOutputStream();
  private Charset charset = StandardCharsets.UTF_8;

  private EciText(byte[] data) {
    this.data = data;
  }

  static String decode(byte[] data) throws CharacterCodingException {
    return new EciText(data).decode();
  }

  private String decode() throws CharacterCodingException {
    int i = 0;
    while (i < data.length) {
      if (designatesAt(i)) {
        endRun();
        charset = charset(designator(i + 1));
        i += 1 + DIGITS;
      } else {
        run.write(data[i]);
        i += isBackslash(i) && isBackslash(i + 1) ? 2 : 1;
      }
    }
    endRun();
    return text.toString();
  }

  private boolean isBackslash(int i) {
    return i < data.length && data[i] == '\\';
  }

  private boolean designatesAt(int start) {
    if (!isBackslash(start) || start + DIGITS >= data.length) {
      return false;
    }
    for (int i = start + 1; i <= start + DIGITS; i++) {
      if (data[i] < '0' || data[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private int designator(int start) {
    return Integer.parseInt(new String(data, start, DIGITS, StandardCharsets.US_ASCII));
  }

  private void endRun() throws CharacterCodingException {
    text.append(FrameDecoder.strict(run.toByteArray(), charset));
    run.reset();
  }

  /** The sets that occur in our part of the world; any other makes the scan unreadable. */
  private static Charset charset(int designator) throws CharacterCodingException {
    return switch (designator) {
      case 1, 3 -> StandardCharsets.ISO_8859_1;
      case 17 -> Charset.forName("ISO-8859-15");
      case 23 -> Charset.forName("windows-1252");
      case 26 -> StandardCharsets.UTF_8;
      case 27, 170 -> StandardCharsets.US_ASCII;
      default -> throw new CharacterCodingException();
    };
  }
}
