package fi.kaiku.hub.registry;

/** A cell of the card list is not what was expected; the message says what was. */
final class BadCellException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CardColumn column;

  BadCellException(CardColumn column, String expected) {
    super(expected, null, false, false);
    this.column = column;
  }

  CardColumn column() {
    return column;
  }
}
