package fi.kaiku.terminal.input;

/** The first line of a table is not what was expected; the message says how, and what was. */
public final class CsvHeaderException extends Exception {
  private static final long serialVersionUID = 1L;

  CsvHeaderException(String message) {
    super(message);
  }
}
