package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * The whole live state of one station at one moment.
 *
 * @param event the chosen one; stays for the following visits
 * @param lastIssue the last issued visit, while it can be undone
 */
public record DeskState(
    StationName station,
    Optional<Event> event,
    Optional<ShownVisit> visit,
    Optional<Notice> notice,
    Optional<LastIssue> lastIssue) {

  /** An issued visit inside its undo window (R24). */
  public record LastIssue(IssuedVisit visit, Instant undoUntil) {}

  /** The visit under way, if a press with this reference is meant for what it looks like now. */
  Optional<ShownVisit> named(VisitRef ref) {
    return visit.filter(shown -> shown.isNamedBy(ref));
  }

  boolean shows(VisitId id) {
    return visit.filter(shown -> shown.visit().id().equals(id)).isPresent();
  }

  boolean showsAnotherLookOf(VisitRef ref) {
    return shows(ref.visit()) && named(ref).isEmpty();
  }

  static DeskState empty(StationName station) {
    return new DeskState(
        station, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  DeskState withEvent(Optional<Event> other) {
    return new DeskState(station, other, visit, notice, lastIssue);
  }

  DeskState showing(ShownVisit other) {
    return new DeskState(station, event, Optional.of(other), notice, lastIssue);
  }

  DeskState withoutVisit() {
    return new DeskState(station, event, Optional.empty(), notice, lastIssue);
  }

  DeskState withNotice(Notice other) {
    return new DeskState(station, event, visit, Optional.of(other), lastIssue);
  }

  DeskState withoutNotice() {
    return new DeskState(station, event, visit, Optional.empty(), lastIssue);
  }

  DeskState issued(LastIssue issue) {
    // What is given comes first on the screen; a scan that was not taken in is still told.
    Optional<Notice> open = notice.filter(told -> !(told instanceof Notice.NotACard));
    return new DeskState(station, event, Optional.empty(), open, Optional.of(issue));
  }

  DeskState withoutLastIssue() {
    return new DeskState(station, event, visit, notice, Optional.empty());
  }
}
