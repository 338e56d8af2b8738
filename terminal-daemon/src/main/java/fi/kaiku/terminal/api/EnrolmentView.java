package fi.kaiku.terminal.api;

import fi.kaiku.terminal.sync.EnrolmentResult;

/**
 * Schema {@code Enrolment}.
 *
 * @param venue as the hub knows it; null unless enrolled
 * @param detail why not; null when enrolled
 */
record EnrolmentView(String outcome, String venue, String detail) {
  static EnrolmentView of(EnrolmentResult result) {
    return switch (result) {
      case EnrolmentResult.Enrolled(String venue) -> new EnrolmentView("enrolled", venue, null);
      case EnrolmentResult.Refused(String problem) -> new EnrolmentView("refused", null, problem);
      case EnrolmentResult.NoAnswer(String what) -> new EnrolmentView("no-answer", null, what);
      case EnrolmentResult.NoStore(String what) -> new EnrolmentView("no-store", null, what);
    };
  }
}
