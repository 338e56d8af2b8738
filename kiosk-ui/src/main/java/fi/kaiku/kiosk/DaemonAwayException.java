package fi.kaiku.kiosk;

/** No connection to the daemon, or it broke off. */
final class DaemonAwayException extends Exception {
  private static final long serialVersionUID = 1;

  DaemonAwayException(Throwable cause) {
    super("the terminal daemon's socket: " + cause.getMessage(), cause);
  }
}
