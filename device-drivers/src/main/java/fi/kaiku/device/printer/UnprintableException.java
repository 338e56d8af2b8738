package fi.kaiku.device.printer;

/** A receipt that this model can never print; the message says why, in words for a technician. */
final class UnprintableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnprintableException(String message) {
    super(message);
  }
}
