package fi.kaiku.terminal.sync;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread that does one thing again and again: each time it says how long to wait until the next,
 * and a wait without trouble can be cut short. What fails unexpectedly is logged and tried again,
 * so that no activity ends before the daemon does.
 */
final class SyncThread implements AutoCloseable {
  private static final Logger LOG = System.getLogger(SyncThread.class.getName());

  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

  /** One turn. */
  @FunctionalInterface
  interface Turn {
    Pause run() throws InterruptedException;
  }

  /**
   * Until the next turn.
   *
   * @param kind whether somebody may cut it short
   */
  record Pause(Duration length, Kind kind) {
    static final Pause NONE = new Pause(Duration.ZERO, Kind.IDLE);

    /** Why there is one. */
    enum Kind {
      IDLE,
      AFTER_FAILURE
    }
  }

  private final Turn turn;
  private final Backoff backoff;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean isWoken;
  private boolean isHurried;

  /**
   * Does not run yet.
   *
   * @param backoff after a turn that failed unexpectedly
   */
  SyncThread(String name, Turn turn, Backoff backoff) {
    this.turn = turn;
    this.backoff = backoff;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** There is something to do. Any thread; returns at once. */
  void wake() {
    lock.lock();
    try {
      isWoken = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  /** What went wrong may work again: even a wait after a failure ends. Any thread. */
  void hurry() {
    lock.lock();
    try {
      isHurried = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        await(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Pause next() throws InterruptedException {
    try {
      return turn.run();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      LOG.log(Level.ERROR, thread.getName() + ": a turn failed; trying on", e);
      return new Pause(backoff.failed(), Pause.Kind.AFTER_FAILURE);
    }
  }

  private void await(Pause pause) throws InterruptedException {
    lock.lock();
    try {
      long left = pause.length().toNanos();
      while (left > 0 && !isHurried && !(isWoken && pause.kind() == Pause.Kind.IDLE)) {
        left = woken.awaitNanos(left);
      }
      isWoken = false;
      isHurried = false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(STOP_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
