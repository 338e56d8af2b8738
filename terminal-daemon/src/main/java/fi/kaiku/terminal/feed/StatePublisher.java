package fi.kaiku.terminal.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at a station and publishes its state, on one thread per station: at once when the visit
 * changed, at most ten times a second when only the status did (a flapping device must not flood
 * the screens), and each five seconds in any case, for what changes by time alone: a registry that
 * grows stale, an event that is over, a new day. (The end of the undo window changes the visit.)
 */
public final class StatePublisher implements AutoCloseable {
  private static final Logger LOG = System.getLogger(StatePublisher.class.getName());

  /** At most ten status events a second and station. */
  static final Duration STATUS_INTERVAL = Duration.ofMillis(100);

  /**
   * How long something that changes by time alone may go unnoticed: nobody waits for any of it, and
   * each look costs half a millisecond of a small machine.
   */
  static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  private final String station;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean visitChanged;
  private boolean statusChanged;
  private boolean closed;
  private long lastPublished;
  private volatile Thread thread;

  /**
   * Takes note of changes from now on; publishes once it is started.
   *
   * @param station names the thread
   */
  public StatePublisher(String station) {
    this.station = station;
  }

  /** Starts the thread. Called once. */
  public void start(EventFeed feed) {
    lock.lock();
    try {
      visitChanged = true;
      thread = Thread.ofPlatform().daemon().name("feed-" + station).start(() -> run(feed));
    } finally {
      lock.unlock();
    }
  }

  /** The visit, a notice, a question changed: publish at once. Any thread; never waits. */
  public void visitChanged() {
    lock.lock();
    try {
      visitChanged = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  /** A device, the queue, the registry or the clock changed: publish soon. Any thread. */
  public void statusChanged() {
    lock.lock();
    try {
      statusChanged = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
    try {
      if (thread != null) {
        thread.join(CLOSE_PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(EventFeed feed) {
    try {
      while (awaitTurn()) {
        publish(feed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One state that can't be taken must not end the feed: the next look may succeed. */
  private void publish(EventFeed feed) {
    try {
      feed.publishState();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "station " + station + ": the state could not be published", e);
    }
  }

  /** Waits until a look is due; false when closed. */
  private boolean awaitTurn() throws InterruptedException {
    lock.lock();
    try {
      long left = untilDue();
      while (!closed && left > 0) {
        woken.awaitNanos(left);
        left = untilDue();
      }
      visitChanged = false;
      statusChanged = false;
      lastPublished = System.nanoTime();
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private long untilDue() {
    if (visitChanged) {
      return 0;
    }
    Duration interval = statusChanged ? STATUS_INTERVAL : LOOK_INTERVAL;
    return lastPublished + interval.toNanos() - System.nanoTime();
  }
}
