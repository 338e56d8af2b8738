package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.DeskAnswer;
import fi.kaiku.terminal.admission.DeskState;

/** What a station answered to a press of a button, as answers of the API. */
final class DeskAnswers {
  private DeskAnswers() {}

  /** The new state, for presses that issue nothing. */
  static Answer state(LiveStation station, DeskAnswer answer) {
    return switch (answer) {
      case DeskAnswer.Done(DeskState _), DeskAnswer.Issued(DeskState.LastIssue _) ->
          Answer.json(station.screen().view());
      case DeskAnswer.VisitChanged(DeskState _) -> throw changed();
      case DeskAnswer.NotIssuable(DeskState _) -> throw notIssuable();
      case DeskAnswer.NotRecorded() -> throw notRecorded();
      case DeskAnswer.NoSuchEvent() ->
          throw new ProblemException(
              ProblemType.NO_SUCH_EVENT, "the event is not in the list any more");
      case DeskAnswer.Busy() -> throw busy();
    };
  }

  /** The tickets, for *Issue* and *Replace*. */
  static Answer issued(DeskAnswer answer) {
    return switch (answer) {
      case DeskAnswer.Issued(DeskState.LastIssue issue) -> Answer.json(IssuedView.of(issue));
      case DeskAnswer.VisitChanged(DeskState _), DeskAnswer.Done(DeskState _) -> throw changed();
      case DeskAnswer.NotIssuable(DeskState _) -> throw notIssuable();
      case DeskAnswer.NotRecorded() -> throw notRecorded();
      case DeskAnswer.NoSuchEvent() -> throw changed();
      case DeskAnswer.Busy() -> throw busy();
    };
  }

  static ProblemException changed() {
    return new ProblemException(
        ProblemType.VISIT_CHANGED, "look at the station's state again: another visit or revision");
  }

  static ProblemException notRecorded() {
    return new ProblemException(
        ProblemType.NOT_RECORDED, "the journal can't record now: see the station's status");
  }

  private static ProblemException notIssuable() {
    return new ProblemException(
        ProblemType.NOT_ISSUABLE, "something stops the visit, is missing, or is still asked");
  }

  private static ProblemException busy() {
    return new ProblemException(ProblemType.BUSY, "the station is busy: ask again");
  }
}
