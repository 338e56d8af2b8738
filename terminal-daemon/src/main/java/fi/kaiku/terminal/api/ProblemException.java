package fi.kaiku.terminal.api;

/** Ends a request with a problem. Expected, so it carries no stack trace and is not logged. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;

  /**
   * @param detail what was wrong with what, for whoever wrote the caller; never what was scanned or
   *     typed
   */
  ProblemException(ProblemType type, String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  ProblemType type() {
    return type;
  }
}
