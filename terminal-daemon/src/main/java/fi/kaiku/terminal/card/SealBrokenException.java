package fi.kaiku.terminal.card;

/** A sealed card id can't be opened: damaged, in the wrong row, or sealed under another key. */
public final class SealBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBrokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
