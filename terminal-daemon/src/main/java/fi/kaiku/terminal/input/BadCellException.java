package fi.kaiku.terminal.input;

import java.util.Locale;

/** A cell of a table is not what was expected; the message says what was. */
public final class BadCellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;

  public BadCellException(Enum<?> column, String expected) {
    super(expected, null, false, false);
    this.column = column.name().toLowerCase(Locale.ROOT);
  }

  /** As in the header. */
  public String column() {
    return column;
  }
}
