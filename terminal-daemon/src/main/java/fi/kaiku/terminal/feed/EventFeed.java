package fi.kaiku.terminal.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One station's events in the order they were published, and the last {@value #HELD_EVENTS} of them
 * for followers that were away. Any thread.
 *
 * <p>A follower has no queue of its own: it has a place in the held events. So publishing never
 * waits for anybody, memory is bounded whatever the followers do, and one that falls further behind
 * than the held events is dropped and has to come back for the whole state.
 *
 * <p>The whole state is taken in the same turn as its number is given out ({@code turn}): a
 * follower never sees an older state after a newer one.
 */
public final class EventFeed implements AutoCloseable {
  /** A minute of scans at a swimming hall's door; a few hundred kilobytes a station. */
  public static final int HELD_EVENTS = 200;

  static final String STATION = "station";

  private final String run;
  private final Supplier<WholeState> wholeState;

  /** Held while a state is taken and numbered; taken before {@code lock}, never after. */
  private final ReentrantLock turn = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<FeedEvent> held = new ArrayDeque<>(HELD_EVENTS);
  private long lastSeq;
  private boolean closed;
  private Object lastContent;

  /**
   * @param run names this run of the daemon, so that numbers of an earlier run are not believed
   * @param wholeState looks at the station now; called in this feed's turn, so it must not publish
   */
  public EventFeed(String run, Supplier<WholeState> wholeState) {
    if (run.isEmpty() || run.indexOf(':') >= 0) {
      throw new IllegalArgumentException("run '" + run + "': expected a word without ':'");
    }
    this.run = run;
    this.wholeState = wholeState;
  }

  /** Publishes the whole state, unless nothing but the time has changed since the last one. */
  public void publishState() {
    turn.lock();
    try {
      WholeState state = wholeState.get();
      if (!state.content().equals(lastContent)) {
        append(STATION, state.json().get());
        lastContent = state.content();
      }
    } finally {
      turn.unlock();
    }
  }

  /** Publishes an event that goes beside the state. */
  public void publish(String name, String data) {
    turn.lock();
    try {
      append(name, data);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Joins the feed.
   *
   * @param lastEventId the last id that the follower has seen. When it is of this run and the
   *     events after it are still held, they follow; else (also when it is empty or garbage) the
   *     first event is {@code station}, the whole state
   */
  public Follower join(String lastEventId) {
    turn.lock();
    try {
      long seen = parse(lastEventId);
      if (canResume(seen)) {
        return new Follower(this, seen);
      }
      String json = wholeState.get().json().get();
      long now = lastSeq();
      return new Follower(this, now, new FeedEvent(id(now), STATION, json));
    } finally {
      turn.unlock();
    }
  }

  /** Ends every follower; nothing is published any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What comes after {@code seen}; waits for it at most {@code nanos}. */
  FeedStep after(long seen, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (!closed && seen == lastSeq && left > 0) {
        left = changed.awaitNanos(left);
      }
      return closed ? new FeedStep.Closed() : held(seen);
    } finally {
      lock.unlock();
    }
  }

  private FeedStep held(long seen) {
    if (seen == lastSeq) {
      return new FeedStep.Quiet();
    }
    long missed = lastSeq - seen;
    if (missed > held.size()) {
      return new FeedStep.TooSlow();
    }
    return new FeedStep.Next(held.stream().skip(held.size() - missed).findFirst().orElseThrow());
  }

  private void append(String name, String data) {
    lock.lock();
    try {
      if (held.size() == HELD_EVENTS) {
        held.removeFirst();
      }
      lastSeq++;
      held.addLast(new FeedEvent(id(lastSeq), name, data));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean canResume(long seen) {
    lock.lock();
    try {
      return seen >= 0 && seen <= lastSeq && lastSeq - seen <= held.size();
    } finally {
      lock.unlock();
    }
  }

  private long lastSeq() {
    lock.lock();
    try {
      return lastSeq;
    } finally {
      lock.unlock();
    }
  }

  private String id(long seq) {
    return run + ":" + seq;
  }

  /** The number in an id of this run; -1 for anything else. */
  private long parse(String id) {
    if (!id.startsWith(run + ":")) {
      return -1;
    }
    try {
      return Long.parseLong(id.substring(run.length() + 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
