package fi.kaiku.terminal.admission;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The bounded inbox of one station and the platform thread that works it off, one step after the
 * other in the order of arrival.
 */
final class StationInbox implements AutoCloseable {
  /** Far more than people scan while one admission is recorded; beyond, they are told to wait. */
  static final int CAPACITY = 64;

  /** How long a press of a button waits for room before it is told "busy". */
  private static final Duration ROOM_WAIT = Duration.ofSeconds(1);

  /**
   * How long it then waits for its answer; a commit on a tired SD card takes seconds. Longer than a
   * journal connection waits for another one (5 s), so that this failure is told by its name.
   */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(6);

  /** Both together. */
  static final Duration ANSWERS_WITHIN = ROOM_WAIT.plus(ANSWER_WAIT);

  /** How long {@link #close()} waits for the step under way. */
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(StationInbox.class.getName());

  private final BlockingQueue<Step> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicBoolean refreshDue = new AtomicBoolean();
  private final Chores chores;
  private final Thread thread;
  private volatile boolean closed;

  /** What the thread does between steps. */
  interface Chores {
    /** What the station shows may be out of date. */
    void refresh();

    /** Looks whether the time of something is over. */
    void expire();

    /** Until {@link #expire()} will have something to do. */
    long nanosToExpiry();
  }

  /** One thing to do. */
  private interface Step {
    void run();

    /** The station closes and this will not be done. */
    void drop();
  }

  StationInbox(String threadName, Chores chores) {
    this.chores = chores;
    this.thread =
        Thread.ofPlatform()
            .name(threadName)
            .daemon(true)
            .uncaughtExceptionHandler(
                (dead, e) -> LOG.log(Level.ERROR, dead.getName() + ": the thread has died", e))
            .unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** Returns at once; false when there is no room. */
  boolean offer(Runnable work) {
    return waiting.offer(new Scanned(work));
  }

  /** Returns at once. */
  void refresh() {
    if (!refreshDue.getAndSet(true)) {
      // Without room the thread is awake anyway, and looks at the flag after its next step.
      waiting.offer(new Scanned(() -> {}));
    }
  }

  /** Has the station's thread answer; a failure there is thrown here. */
  DeskAnswer ask(Supplier<DeskAnswer> question) {
    Asked asked = new Asked(question, new CompletableFuture<>());
    try {
      if (closed || !waiting.offer(asked, ROOM_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return new DeskAnswer.Busy();
      }
      return asked.answer().get(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asked.drop();
      return new DeskAnswer.Busy();
    } catch (InterruptedException e) {
      asked.drop();
      Thread.currentThread().interrupt();
      return new DeskAnswer.Busy();
    } catch (ExecutionException e) {
      throw new IllegalStateException("station: the press of a button failed", e.getCause());
    }
  }

  private void work() {
    try {
      while (!closed) {
        Step step = waiting.poll(chores.nanosToExpiry(), TimeUnit.NANOSECONDS);
        if (step != null) {
          step.run();
        }
        if (refreshDue.getAndSet(false)) {
          chores.refresh();
        }
        chores.expire();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    waiting.offer(new Scanned(() -> {}));
    try {
      thread.join(CLOSE_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Step step = waiting.poll(); step != null; step = waiting.poll()) {
      step.drop();
    }
  }

  /** Nobody waits for it: what comes of it is shown. */
  private record Scanned(Runnable work) implements Step {
    @Override
    public void run() {
      work.run();
    }

    @Override
    public void drop() {}
  }

  /** Somebody waits for the answer; who has given up waiting gets nothing done behind the back. */
  private record Asked(Supplier<DeskAnswer> question, CompletableFuture<DeskAnswer> answer)
      implements Step {
    @Override
    public void run() {
      if (answer.isDone()) {
        return;
      }
      try {
        answer.complete(question.get());
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    }

    @Override
    public void drop() {
      answer.complete(new DeskAnswer.Busy());
    }
  }
}
