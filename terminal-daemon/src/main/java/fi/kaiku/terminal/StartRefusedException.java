package fi.kaiku.terminal;

/** The daemon can't start, for a reason that the technician is told in one plain sentence. */
final class StartRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  StartRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
