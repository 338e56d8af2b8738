package fi.kaiku.terminal.admission;

/** What became of an agent's sale. */
public sealed interface AgentSaleOutcome {
  record Entered(AdmissionId admission) implements AgentSaleOutcome {}

  /** This row of the list is in the journal, from an earlier import; nothing was written. */
  record AlreadyEntered() implements AgentSaleOutcome {}

  /** R21: the card has a use of this event that stands; a clerk decides, so nothing was written. */
  record AlreadyUsed(PriorUse use) implements AgentSaleOutcome {}

  /** The same key was entered with other facts: perhaps another agent's list. Nothing written. */
  record KeyOfAnotherSale() implements AgentSaleOutcome {}

  /** Whether the sale lies in the past is not known. */
  record ClockNotTrusted() implements AgentSaleOutcome {}

  /** The journal can't record now; harmless to repeat. */
  record NotRecorded() implements AgentSaleOutcome {}
}
