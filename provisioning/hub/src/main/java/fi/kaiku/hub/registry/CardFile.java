package fi.kaiku.hub.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Streams the programme's card list: CSV with a header, separated by comma, semicolon or tab, any
 * line end, with or without byte order mark. One line is one card, so that a stray quotation mark
 * spoils its own line and not the rest. One thread.
 */
final class CardFile {
  /** Characters; a good line has about sixty. Of a longer one only the start is kept. */
  private static final int LINE_MAX = 4_096;

  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char NOT_UTF_8 = '\uFFFD';
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private final Reader reader;
  private final CsvReader.CsvReaderBuilder cells;
  private final Map<CardColumn, Integer> positions;
  private final int width;
  private long number;
  private int pushedBack = END;
  private boolean lastLineIsOpen;

  /** Reads the header. The stream stays the caller's to close. */
  CardFile(InputStream in) throws IOException, RefusedFileException {
    reader = new InputStreamReader(new BufferedInputStream(in), StandardCharsets.UTF_8);
    String header = nextLine().orElse("");
    if (!header.isEmpty() && header.charAt(0) == BYTE_ORDER_MARK) {
      header = header.substring(1);
    }
    cells =
        CsvReader.builder()
            .fieldSeparator(separator(header))
            .skipEmptyLines(false)
            .allowUnclosedQuote(false);
    List<String> names = cellsOf(header).stream().map(CardFile::cleaned).toList();
    CardHeader.check(names);
    width = names.size();
    positions = new EnumMap<>(CardColumn.class);
    for (CardColumn column : CardColumn.values()) {
      positions.put(column, names.indexOf(column.text()));
    }
  }

  /** The next line that holds anything; empty at the end. */
  Optional<CardLine> next() throws IOException {
    Optional<String> line = nextLine();
    while (line.isPresent() && isBlank(line.get())) {
      line = nextLine();
    }
    return line.map(this::read);
  }

  /** After the last line: it had no line end, so the file may have been cut. */
  boolean lastLineIsOpen() {
    return lastLineIsOpen;
  }

  private CardLine read(String line) {
    if (line.length() > LINE_MAX || line.indexOf(NOT_UTF_8) >= 0) {
      return broken("not a line of UTF-8 text of at most " + LINE_MAX + " characters");
    }
    try {
      List<String> found = cellsOf(line);
      if (found.size() != width) {
        return broken(found.size() + " cells, expected " + width);
      }
      Map<CardColumn, String> byColumn = new EnumMap<>(CardColumn.class);
      positions.forEach((column, at) -> byColumn.put(column, found.get(at).strip()));
      CardCells card = new CardCells(byColumn);
      return new CardLine.Good(number, card.id(), card.facts());
    } catch (BadCellException e) {
      return new CardLine.Bad(number, e.column().text(), e.getMessage());
    } catch (RefusedFileException e) {
      return broken(e.getMessage());
    }
  }

  private CardLine broken(String reason) {
    return new CardLine.Bad(number, "", reason);
  }

  private List<String> cellsOf(String line) throws RefusedFileException {
    try {
      return cells.ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException e) {
      throw new RefusedFileException(
          ImportReport.Cause.WRONG_COLUMNS, "quotation marks that don't match");
    }
  }

  private Optional<String> nextLine() throws IOException {
    int c = pushedBack == END ? reader.read() : pushedBack;
    pushedBack = END;
    if (c == END) {
      return Optional.empty();
    }
    number++;
    StringBuilder line = new StringBuilder();
    while (c != END && c != '\n' && c != '\r') {
      if (line.length() <= LINE_MAX) {
        line.append((char) c);
      }
      c = reader.read();
    }
    lastLineIsOpen = c == END;
    if (c == '\r') {
      int after = reader.read();
      pushedBack = after == '\n' ? END : after;
    }
    return Optional.of(line.toString());
  }

  private static String cleaned(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static char separator(String header) {
    char best = SEPARATORS.getFirst();
    for (char candidate : SEPARATORS) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** Spreadsheets leave rows of nothing but separators behind. */
  private static boolean isBlank(String line) {
    return line.chars().allMatch(c -> Character.isWhitespace(c) || c == ',' || c == ';');
  }
}
