package fi.kaiku.terminal.admission;

/** What became of a press of *Issue* or *Replace*. */
public sealed interface IssueOutcome {
  /** Durably recorded; a repeat gets the same. */
  record Issued(IssuedVisit visit) implements IssueOutcome {}

  /** The rules now say otherwise than the screen did; nothing was recorded. */
  record Changed(Verdict verdict) implements IssueOutcome {}

  /** The journal can't record; nothing was issued and nothing will be printed. */
  record NotRecorded() implements IssueOutcome {}
}
