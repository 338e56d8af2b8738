package fi.kaiku.terminal.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads a table with a header line as spreadsheets write it: comma, semicolon or tab, quotes, byte
 * order mark, any line end. One line is one row, so that a stray quote spoils its own line and not
 * the rest. Streams; one thread.
 *
 * @param <C> the columns; a constant {@code CARD_ID} is the column {@code card_id}
 */
public final class CsvTable<C extends Enum<C>> {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final char NOT_UTF_8 = '\uFFFD';

  private final LineSource lines;
  private final CsvReader.CsvReaderBuilder cellsOfLine;
  private final CsvHeader<C> header;

  private CsvTable(LineSource lines, CsvReader.CsvReaderBuilder cellsOfLine, CsvHeader<C> header) {
    this.lines = lines;
    this.cellsOfLine = cellsOfLine;
    this.header = header;
  }

  /** Reads the header. The stream stays the caller's to close. */
  public static <C extends Enum<C>> CsvTable<C> open(
      InputStream in, Class<C> columns, ExtraColumns extraColumns)
      throws IOException, CsvHeaderException {
    LineSource lines = new LineSource(in);
    String first = lines.next().orElse("");
    if (first.isBlank()) {
      throw new CsvHeaderException("the first line is empty, expected the names of the columns");
    }
    if (first.indexOf(NOT_UTF_8) >= 0) {
      throw new CsvHeaderException("the file is not UTF-8 text; save it as 'CSV UTF-8'");
    }
    CsvReader.CsvReaderBuilder cellsOfLine =
        CsvReader.builder()
            .fieldSeparator(separator(first))
            .skipEmptyLines(false)
            .allowUnclosedQuote(false);
    CsvHeader<C> header = CsvHeader.of(headerCells(cellsOfLine, first), columns, extraColumns);
    return new CsvTable<>(lines, cellsOfLine, header);
  }

  /** The next line that holds anything; empty at the end of the table. */
  public Optional<CsvLine<C>> next() throws IOException {
    Optional<String> line = lines.next();
    while (line.isPresent() && isBlank(line.get())) {
      line = lines.next();
    }
    return line.map(this::read);
  }

  /** After the last line: whether the file ended without a line end, and may have been cut. */
  public boolean endsWithoutLineEnd() {
    return lines.lastLineIsOpen();
  }

  private CsvLine<C> read(String line) {
    if (line.length() > LineSource.LINE_MAX) {
      return broken("longer than " + LineSource.LINE_MAX + " characters");
    }
    if (line.indexOf(NOT_UTF_8) >= 0) {
      return broken("not UTF-8 text; save the file as 'CSV UTF-8'");
    }
    List<String> cells;
    try {
      cells = cellsOfLine.ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException e) {
      return broken("quotation marks that don't match");
    }
    if (cells.size() != header.width()) {
      return broken(cells.size() + " cells, expected " + header.width());
    }
    return new CsvLine.Row<>(lines.number(), header.arrange(cells));
  }

  private CsvLine<C> broken(String reason) {
    return new CsvLine.Broken<>(lines.number(), reason);
  }

  private static List<String> headerCells(CsvReader.CsvReaderBuilder cellsOfLine, String line)
      throws CsvHeaderException {
    try {
      return line.length() > LineSource.LINE_MAX
          ? List.of()
          : cellsOfLine.ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException e) {
      throw new CsvHeaderException("the first line has quotation marks that don't match");
    }
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
