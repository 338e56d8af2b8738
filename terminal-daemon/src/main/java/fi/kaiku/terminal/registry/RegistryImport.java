package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.input.CsvHeaderException;
import fi.kaiku.terminal.input.CsvLine;
import fi.kaiku.terminal.input.CsvTable;
import fi.kaiku.terminal.input.ExtraColumns;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Streams one registry file into a {@link RegistryWriter}: clear ids become hashes row by row, no
 * copy is kept. Counts, and judges the file as a whole at its end.
 */
final class RegistryImport {
  static final int ROWS_PER_STEP = 1_000;
  static final int BAD_ROWS_TOLD = 100;

  /** A file with more than this many bad rows, and more than one in a hundred, is refused. */
  static final int BAD_ROWS_ALWAYS_FINE = 5;

  static final int BAD_ROWS_PERCENT = 1;

  /** A file with fewer cards than this share of the last one is refused. */
  static final int SMALLEST_PERCENT_OF_LAST = 90;

  private final CardHasher hasher;
  private final RegistryWriter writer;
  private final ImportProgress progress;
  private long cards;
  private long badRows;
  private boolean lastRowIsBad;

  RegistryImport(CardHasher hasher, RegistryWriter writer, ImportProgress progress) {
    this.hasher = hasher;
    this.writer = writer;
    this.progress = progress;
  }

  /** A file that is refused whole. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ImportReport.Cause cause;

    RefusedException(ImportReport.Cause cause, String detail) {
      super(detail);
      this.cause = cause;
    }

    ImportReport.Refused report() {
      return new ImportReport.Refused(cause, getMessage());
    }
  }

  /**
   * Reads to the end of the stream.
   *
   * @param lastCards cards of the registry in use; 0 when there is none
   */
  void read(InputStream csv, long lastCards, Force force) throws SQLException, RefusedException {
    try {
      CsvTable<RegistryColumn> table =
          CsvTable.open(csv, RegistryColumn.class, ExtraColumns.REFUSED);
      for (var line = table.next(); line.isPresent(); line = table.next()) {
        take(line.get());
      }
      judge(table, lastCards, force);
    } catch (CsvHeaderException e) {
      throw new RefusedException(ImportReport.Cause.WRONG_COLUMNS, e.getMessage());
    } catch (IOException e) {
      throw new RefusedException(
          ImportReport.Cause.UNREADABLE, "the file can't be read to its end: " + e.getMessage());
    }
  }

  long cards() {
    return cards;
  }

  long badRows() {
    return badRows;
  }

  private void take(CsvLine<RegistryColumn> line) throws SQLException {
    switch (RegistryRow.of(line)) {
      case RegistryRow.Bad bad -> leaveOut(bad.row());
      case RegistryRow.Good good -> add(line.number(), good);
    }
    if ((cards + badRows) % ROWS_PER_STEP == 0) {
      progress.reading(cards + badRows);
    }
  }

  private void add(long line, RegistryRow.Good good) throws SQLException {
    switch (writer.add(hasher.hash(good.id()), good)) {
      case YES -> {
        cards++;
        lastRowIsBad = false;
      }
      case SAME_ID_BEFORE ->
          leaveOut(new BadRow(line, "card_id", "the same id as on a line above"));
    }
  }

  private void leaveOut(BadRow row) {
    badRows++;
    lastRowIsBad = true;
    if (badRows <= BAD_ROWS_TOLD) {
      progress.badRow(row);
    }
  }

  private void judge(CsvTable<RegistryColumn> table, long lastCards, Force force)
      throws RefusedException {
    if (cards == 0) {
      throw new RefusedException(
          ImportReport.Cause.EMPTY, "no good row among " + badRows + ", nothing to use");
    }
    if (force == Force.YES) {
      return;
    }
    long rows = cards + badRows;
    if (lastRowIsBad && table.endsWithoutLineEnd()) {
      throw new RefusedException(
          ImportReport.Cause.CUT_OFF, "the file ends in the middle of row " + rows);
    }
    if (badRows > BAD_ROWS_ALWAYS_FINE && badRows * 100 > rows * BAD_ROWS_PERCENT) {
      throw new RefusedException(
          ImportReport.Cause.TOO_MANY_BAD_ROWS,
          "%d of %d rows are bad (%s), at most %d%% or %d are let pass"
              .formatted(
                  badRows, rows, percent(badRows, rows), BAD_ROWS_PERCENT, BAD_ROWS_ALWAYS_FINE));
    }
    if (cards * 100 < lastCards * SMALLEST_PERCENT_OF_LAST) {
      throw new RefusedException(
          ImportReport.Cause.MUCH_SMALLER,
          "%d cards, the registry in use has %d: more than %d%% smaller"
              .formatted(cards, lastCards, 100 - SMALLEST_PERCENT_OF_LAST));
    }
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
