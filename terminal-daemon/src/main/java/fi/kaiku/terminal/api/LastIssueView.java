package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.DeskState;

/** Schema {@code LastIssue}. */
record LastIssueView(String visitId, String admissionId, int tickets, String at, String undoUntil) {
  static LastIssueView of(DeskState.LastIssue issue) {
    return new LastIssueView(
        issue.visit().visit().toString(),
        issue.visit().admissions().getFirst().toString(),
        issue.visit().tickets(),
        WireTime.of(issue.visit().at()),
        WireTime.of(issue.undoUntil()));
  }
}
