package fi.kaiku.hub.registry;

import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.registry.ImportReport.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Reads one list into the staged cards, counts, and judges it as a whole at its end. */
final class ImportRun {
  private final HubKeys keys;
  private final StagedCards staged;
  private final ImportProgress progress;
  private long cards;
  private long badRows;
  private boolean endsInABadRow;
  private boolean isCut;

  ImportRun(HubKeys keys, StagedCards staged, ImportProgress progress) {
    this.keys = keys;
    this.staged = staged;
    this.progress = progress;
  }

  void read(InputStream csv) throws SQLException, RefusedFileException {
    try {
      CardFile file = new CardFile(csv);
      for (Optional<CardLine> line = file.next(); line.isPresent(); line = file.next()) {
        take(line.get());
      }
      isCut = endsInABadRow && file.lastLineIsOpen();
    } catch (IOException | UncheckedIOException e) {
      throw new RefusedFileException(
          Cause.UNREADABLE, "the list can't be read to its end: " + e.getMessage());
    }
  }

  long badRows() {
    return badRows;
  }

  private void take(CardLine line) throws SQLException {
    switch (line) {
      case CardLine.Bad bad -> leaveOut(bad);
      case CardLine.Good good -> {
        if (staged.add(new CardRow(keys.cardHash(good.id()), good.facts()))) {
          cards++;
          endsInABadRow = false;
        } else {
          leaveOut(
              new CardLine.Bad(
                  good.number(), CardColumn.CARD_ID.text(), "the same id as on a line above"));
        }
      }
    }
    if ((cards + badRows) % CardImport.ROWS_PER_STEP == 0) {
      progress.reading(cards + badRows);
    }
  }

  private void leaveOut(CardLine.Bad bad) {
    badRows++;
    endsInABadRow = true;
    if (badRows <= CardImport.BAD_ROWS_TOLD) {
      progress.badRow(bad.number(), bad.column(), bad.reason());
    }
  }

  /**
   * Whether the list can be the registry.
   *
   * @param known cards of the registry now
   */
  void judge(long known, Force force) throws RefusedFileException {
    if (cards == 0) {
      throw new RefusedFileException(
          Cause.EMPTY, "no good row among " + badRows + ", nothing to use");
    }
    if (force == Force.YES) {
      return;
    }
    long rows = cards + badRows;
    if (isCut) {
      throw new RefusedFileException(Cause.CUT_OFF, "the list ends in the middle of row " + rows);
    }
    if (badRows > CardImport.BAD_ROWS_ALWAYS_FINE
        && badRows * 100 > rows * CardImport.BAD_ROWS_PERCENT) {
      throw new RefusedFileException(
          Cause.TOO_MANY_BAD_ROWS,
          String.format(
              Locale.ROOT,
              "%d of %d rows are bad (%.1f%%), at most %d%% or %d are let pass",
              badRows,
              rows,
              100.0 * badRows / rows,
              CardImport.BAD_ROWS_PERCENT,
              CardImport.BAD_ROWS_ALWAYS_FINE));
    }
    if (cards * 100 < known * CardImport.SMALLEST_PERCENT_OF_LAST) {
      throw new RefusedFileException(
          Cause.MUCH_SMALLER,
          "%d cards, the registry has %d: more than %d%% smaller"
              .formatted(cards, known, 100 - CardImport.SMALLEST_PERCENT_OF_LAST));
    }
  }
}
