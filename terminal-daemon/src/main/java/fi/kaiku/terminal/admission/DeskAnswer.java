package fi.kaiku.terminal.admission;

/** What a station answers to a press of a button. The state goes to the listener as well. */
public sealed interface DeskAnswer {
  /** Done, or not needed any more. */
  record Done(DeskState state) implements DeskAnswer {}

  /** Issued now, or by an earlier press for the same visit. */
  record Issued(DeskState.LastIssue issue) implements DeskAnswer {}

  /** The button was pressed for another visit, or for a look of it that is past: look again. */
  record VisitChanged(DeskState state) implements DeskAnswer {}

  /** Something stops the visit, is missing, or is still asked. */
  record NotIssuable(DeskState state) implements DeskAnswer {}

  /** The journal can't record; nothing was issued and nothing will be printed. */
  record NotRecorded() implements DeskAnswer {}

  record NoSuchEvent() implements DeskAnswer {}

  /**
   * The station has too much to do; nothing was done, or it is not done yet. Harmless to repeat.
   */
  record Busy() implements DeskAnswer {}
}
