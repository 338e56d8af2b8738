package fi.kaiku.hub.registry;

/** A card list that is refused whole; the message says why. */
final class RefusedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ImportReport.Cause cause;

  RefusedFileException(ImportReport.Cause cause, String detail) {
    super(detail, null, false, false);
    this.cause = cause;
  }

  ImportReport.Refused report() {
    return new ImportReport.Refused(cause, getMessage());
  }
}
