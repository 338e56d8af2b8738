package fi.kaiku.terminal.store;

/** Whom a ticket is for. */
public enum TicketKind {
  /** The holder, or the employee of a community card. */
  ADULT,
  /** R10, R12. */
  CHILD,
  /** R17, R18: counted on the terminal only. */
  ASSISTANT,
  /** R17, R18: counted on the terminal only. */
  INTERPRETER;

  /** R18: whether it is part of the use that is recorded upstream. */
  public boolean isRecorded() {
    return switch (this) {
      case ADULT, CHILD -> true;
      case ASSISTANT, INTERPRETER -> false;
    };
  }
}
