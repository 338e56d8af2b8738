package fi.kaiku.terminal.api;

import java.util.List;

/** Schema {@code Station}: everything that a desk's screen shows. */
record StationView(
    String station,
    String kind,
    String now,
    PolicyView policy,
    EventView event,
    VisitView visit,
    NoticeView notice,
    LastIssueView lastIssue,
    List<PrintQuestionView> questions,
    List<StaffCallView> calls,
    List<TakeBackView> takeBacks,
    StatusView status) {

  /** Numbers that appear in the words on screen. */
  record PolicyView(int childrenUnder, int clientsUnder, long undoSeconds) {}

  /** The same but for the time of day: what is compared to tell whether anything changed. */
  StationView timeless() {
    return new StationView(
        station, kind, "", policy, event, visit, notice, lastIssue, questions, calls, takeBacks,
        status);
  }
}
