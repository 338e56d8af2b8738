package fi.kaiku.terminal.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** A day in a table: {@code 2026-01-31}, and nothing that a reader could take for another day. */
public final class DayCell {
  /** No card was issued, and no ticket sold, before; a slip of a digit is likelier. */
  private static final int FIRST_YEAR = 2000;

  private static final int LAST_YEAR = 2099;
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** What a spreadsheet in Finland or Sweden makes of it when it saves the table. */
  private static final Pattern LOCAL =
      Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}( .*)?|\\d{4}-\\d{2}-\\d{2} .*");

  private DayCell() {}

  /**
   * Reads the cell.
   *
   * @throws BadCellException which says what to do in the spreadsheet, and not what stood there
   */
  public static LocalDate read(Enum<?> column, String text) throws BadCellException {
    if (LOCAL.matcher(text).matches()) {
      throw new BadCellException(
          column,
          "a date as a spreadsheet writes it, expected one such as 2026-01-31: format the column as"
              + " yyyy-mm-dd (in Finnish vvvv-kk-pp) and save again");
    }
    try {
      LocalDate day = ISO.matcher(text).matches() ? LocalDate.parse(text) : LocalDate.MIN;
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new BadCellException(column, "no such day in the calendar");
    }
    throw new BadCellException(
        column, "expected a date such as 2026-01-31, " + FIRST_YEAR + " to " + LAST_YEAR);
  }
}
