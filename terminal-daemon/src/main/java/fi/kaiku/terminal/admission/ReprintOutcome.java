package fi.kaiku.terminal.admission;

/** What became of a press of *Print again*. A repeat of the key gets the first answer. */
public sealed interface ReprintOutcome {
  record Queued(int tickets) implements ReprintOutcome {}

  record NoSuchAdmission() implements ReprintOutcome {}

  /**
   * The admission is void, the station has no printer, or all its tickets are in the queue or wait
   * for the clerk's answer.
   */
  record NothingToPrint() implements ReprintOutcome {}

  /** The journal can't record; nothing will be printed. */
  record NotRecorded() implements ReprintOutcome {}
}
