package fi.kaiku.hub.store;

/** More work waits for the database than is worth waiting for; nothing of it was done. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BusyException() {
    super("too much waits for the database", null, false, false);
  }
}
