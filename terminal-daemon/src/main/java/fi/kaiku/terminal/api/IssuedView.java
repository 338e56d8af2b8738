package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.DeskState;
import fi.kaiku.terminal.admission.IssuedVisit;
import java.time.Instant;
import java.util.List;

/** Schema {@code Issued}. */
record IssuedView(
    String visitId, List<String> admissionIds, int tickets, String undoUntil, int takeBack) {
  static IssuedView of(DeskState.LastIssue issue) {
    return of(issue.visit(), issue.undoUntil());
  }

  private static IssuedView of(IssuedVisit visit, Instant undoUntil) {
    return new IssuedView(
        visit.visit().toString(),
        visit.admissions().stream().map(AdmissionId::toString).toList(),
        visit.tickets(),
        WireTime.of(undoUntil),
        visit.takeBack());
  }

  /** Assistants' tickets added later have no window of their own: they are voided with the use. */
  static IssuedView withoutUndo(IssuedVisit visit) {
    return new IssuedView(
        visit.visit().toString(),
        visit.admissions().stream().map(AdmissionId::toString).toList(),
        visit.tickets(),
        null,
        visit.takeBack());
  }
}
