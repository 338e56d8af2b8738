package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.DeskState;

/** Schema {@code LastIssue}. */
record LastIssueView(
    String visitId, String admissionId, int tickets, int takeBack, String at, String undoUntil) {
  static LastIssueView of(DeskState.LastIssue issue) {
    return new LastIssueView(
        issue.visit().visit().toString(),
        issue.visit().admissions().getFirst().toString(),
        issue.visit().tickets(),
        issue.visit().takeBack(),
        WireTime.of(issue.visit().at()),
        WireTime.of(issue.undoUntil()));
  }
}
