package fi.kaiku.terminal.admission;

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
  private final Consumer<DeskState> listener;
  private volatile DeskState state;

  /** Number of the last scan that found no room; guarded by {@link #publishing}. */
  private long lastMissed;

  DeskBoard(StationName station, Consumer<DeskState> listener) {
    this.state = DeskState.empty(station);
    this.listener = listener;
  }

  DeskState state() {
    return state;
  }

  void change(UnaryOperator<DeskState> change) {
    publishing.lock();
    try {
      DeskState next = change.apply(state);
      if (!next.equals(state)) {
        state = next;
        listener.accept(next);
      }
    } finally {
      publishing.unlock();
    }
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
