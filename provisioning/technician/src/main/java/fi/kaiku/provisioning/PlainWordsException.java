package fi.kaiku.provisioning;

/** Ends a command with a message for the person who typed it; no stack trace is shown. */
final class PlainWordsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode code;

  PlainWordsException(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  PlainWordsException(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
