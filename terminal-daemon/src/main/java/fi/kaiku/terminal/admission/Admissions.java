package fi.kaiku.terminal.admission;

import java.util.Optional;

/**
 * What a station needs of the admission desk. Called on the station's thread, may wait for disk.
 */
interface Admissions {
  /** All that the rules look at, as it is now. */
  VisitFacts facts(VisitInquiry inquiry);

  IssueOutcome issue(IssueOrder order);

  /** R21: voids what these cards were given for this event, and issues, in one transaction. */
  IssueOutcome replace(IssueOrder order);

  /** What a visit was given already, in an earlier run of the daemon perhaps. */
  Optional<IssuedVisit> issued(VisitId visit);

  /** Counts a refusal, without card or hash (R28). */
  void refused(Reason reason);
}
