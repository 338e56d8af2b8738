package fi.kaiku.terminal.store;

/** Where a print job is. */
public enum PrintState {
  /** Waits for its turn and for the printer. */
  QUEUED,
  /** Durable before the first byte goes out. */
  SENDING,
  /** All bytes were taken by a printer that says no more. */
  SENT,
  /** The printer, or the clerk, said that the ticket came out. */
  CONFIRMED,
  /** Nobody knows whether paper came; the clerk is asked. Never printed again by itself. */
  UNKNOWN,
  /** Surely not on paper, and never will be on this printer; the clerk is told. */
  FAILED,
  /** Taken out of the queue, or settled by a newer job. */
  CANCELLED;

  /** Whether the ticket may be in somebody's hands. */
  public boolean mayBeOnPaper() {
    return switch (this) {
      case SENDING, SENT, CONFIRMED, UNKNOWN -> true;
      case QUEUED, FAILED, CANCELLED -> false;
    };
  }

  /** Whether something is still to be done about it that can be called off. */
  public boolean isOpen() {
    return switch (this) {
      case QUEUED, UNKNOWN, FAILED -> true;
      case SENDING, SENT, CONFIRMED, CANCELLED -> false;
    };
  }
}
