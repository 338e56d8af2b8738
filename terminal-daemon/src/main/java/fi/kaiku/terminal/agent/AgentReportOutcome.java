package fi.kaiku.terminal.agent;

/**
 * How an import ended. What was entered stays; importing the same list again goes on from there.
 */
public sealed interface AgentReportOutcome {
  /** The list was read to its end. */
  record Done(long entered, long alreadyEntered, long alreadyUsed, long badRows)
      implements AgentReportOutcome {}

  /**
   * The list was not read to its end.
   *
   * @param entered rows above that were entered, and stay
   */
  record Stopped(Cause cause, String detail, long entered) implements AgentReportOutcome {}

  /** Why an import stopped. */
  enum Cause {
    /** Not the expected columns; nothing was entered. */
    WRONG_COLUMNS,
    /** What day it is is not known, so neither is whether a sale lies in the past. */
    CLOCK_NOT_TRUSTED,
    /** Disk full or failing. */
    NOT_RECORDED,
    /** The list could not be read to its end. */
    UNREADABLE
  }
}
