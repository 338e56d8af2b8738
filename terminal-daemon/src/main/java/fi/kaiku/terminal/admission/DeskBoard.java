package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The state that a station shows, and whom it is shown to. Changed by the station's thread; only
 * the notice that a scan found no room comes from the scanner's own thread, as that is the moment
 * when the station's thread is behind. The lock is held for the change and the listener's call
 * only.
 */
final class DeskBoard {
  private final ReentrantLock publishing = new ReentrantLock();
  private final StationKind kind;
  private final Consumer<DeskState> listener;
  private volatile DeskState state;

  /** Number of the last scan that found no room; guarded by {@link #publishing}. */
  private long lastMissed;

  DeskBoard(StationPlan plan, Consumer<DeskState> listener) {
    this.kind = plan.kind();
    this.state = DeskState.empty(plan.name());
    this.listener = listener;
  }

  DeskState state() {
    return state;
  }

  /**
   * What tickets of this visit are for: a desk's event stays for the following visits, at a kiosk
   * each customer chooses, and never sees what the one before has chosen (R29).
   */
  Optional<Event> eventFor(VisitId visit) {
    return kind == StationKind.DESK || state.shows(visit) ? state.event() : Optional.empty();
  }

  void change(UnaryOperator<DeskState> change) {
    publishing.lock();
    try {
      DeskState next = settled(change.apply(state));
      if (!next.equals(state)) {
        state = next;
        listener.accept(next);
      }
    } finally {
      publishing.unlock();
    }
  }

  private DeskState settled(DeskState next) {
    boolean visitGoesOn = next.visit().filter(shown -> state.shows(shown.visit().id())).isPresent();
    return kind == StationKind.DESK || visitGoesOn ? next : next.withEvent(Optional.empty());
  }

  /** A change that comes of a scan or typed id: it takes the notice of an earlier one away. */
  void change(Arrival scan, UnaryOperator<DeskState> change) {
    change(old -> change.apply(isHeld(scan) ? old : old.withoutNotice()));
  }

  void notice(Arrival scan, Notice notice) {
    change(old -> isHeld(scan) ? old : old.withNotice(notice));
  }

  /** Any thread: a scan found no room. */
  void missed(Arrival scan, Notice.Busy busy) {
    change(
        old -> {
          lastMissed = Math.max(lastMissed, scan.number());
          return old.withNotice(busy);
        });
  }

  /**
   * "Busy, scan again" outlives the scans that were waiting when it was put up, or nobody would see
   * it; only a later scan takes it away.
   */
  private boolean isHeld(Arrival scan) {
    return state.notice().filter(Notice.Busy.class::isInstance).isPresent()
        && scan.number() < lastMissed;
  }
}
