package fi.kaiku.hub.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.JdbiException;

/**
 * Knows how far a feed of the database has come, and wakes who waits for more. What this hub takes
 * in is known at once; what another hub on the same database takes in, at the next look of the
 * thread {@code feed-watch-NAME}. However many wait, the database is asked once a look.
 */
public final class FeedWatch implements AutoCloseable {
  /** A use shall be seen at other tills within 2 s. */
  static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final Logger LOG = System.getLogger(FeedWatch.class.getName());

  private final Database database;
  private final String feed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Thread thread;
  private long head;

  /**
   * Does not watch yet.
   *
   * @param feed its name in the table of feeds
   */
  public FeedWatch(Database database, String feed) {
    this.database = database;
    this.feed = feed;
    this.head = read();
    this.thread = Thread.ofPlatform().name("feed-watch-" + feed).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Asks the database at once, and answers how far it has come. */
  public long look() {
    long last = read();
    advance(last);
    return last;
  }

  /** The last position known to be committed. */
  public long head() {
    lock.lock();
    try {
      return head;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is more than that, or the time is over; answers how far it has come. */
  public long await(long position, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (head <= position && left > 0) {
        left = moved.awaitNanos(left);
      }
      return head;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean failed = false;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_EVERY);
        try {
          look();
          failed = false;
        } catch (JdbiException | BusyException | IllegalStateException e) {
          if (!failed && !Thread.currentThread().isInterrupted()) {
            LOG.log(Level.WARNING, "The database can't be asked for new entries; trying on", e);
          }
          failed = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void advance(long last) {
    lock.lock();
    try {
      if (last > head) {
        head = last;
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private long read() {
    return database.read(
        db ->
            db.createQuery("SELECT last FROM feed WHERE name = ?")
                .bind(0, feed)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
