package fi.kaiku.terminal.admission;

/** What became of adding assistants (R18). */
public sealed interface AssistantsOutcome {
  /**
   * Added.
   *
   * @param visit the admission's visit; its tickets are those added now
   */
  record Issued(IssuedVisit visit) implements AssistantsOutcome {}

  record NoSuchAdmission() implements AssistantsOutcome {}

  /** The admission was voided: an assistant has nobody to come with. */
  record AdmissionVoided() implements AssistantsOutcome {}

  /** The journal can't record; nothing was issued. */
  record NotRecorded() implements AssistantsOutcome {}
}
