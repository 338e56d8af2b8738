package fi.kaiku.terminal.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a text of any size in bounded memory: UTF-8 with or without byte order mark, ended by
 * LF, CRLF or CR. Bytes that are no UTF-8 become U+FFFD, and of an overlong line only the start is
 * kept: both are the reader's to refuse, line by line, rather than the whole text's end.
 */
final class LineSource {
  /** Characters; ten times the longest line that a registry or an event list holds. */
  static final int LINE_MAX = 8_192;

  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private long number;
  private boolean afterCarriageReturn;
  private boolean lastLineIsOpen;

  LineSource(InputStream in) {
    reader = new InputStreamReader(new BufferedInputStream(in), StandardCharsets.UTF_8);
  }

  /** The next line without its end; empty at the end of the text. */
  Optional<String> next() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = firstOfLine();
    if (c == END) {
      return Optional.empty();
    }
    number++;
    while (c != END && c != '\n' && c != '\r') {
      if (line.length() <= LINE_MAX) {
        line.append((char) c);
      }
      c = reader.read();
    }
    afterCarriageReturn = c == '\r';
    lastLineIsOpen = c == END;
    return Optional.of(line.toString());
  }

  /** Number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /** Whether the text ended without a line end: it may have been cut. */
  boolean lastLineIsOpen() {
    return lastLineIsOpen;
  }

  private int firstOfLine() throws IOException {
    int c = reader.read();
    boolean skip = number == 0 ? c == BYTE_ORDER_MARK : afterCarriageReturn && c == '\n';
    return skip ? reader.read() : c;
  }
}
