package fi.kaiku.terminal.clock;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The terminal's time. Any thread; a reading costs a microsecond. A thread of its own looks every
 * few seconds, so that a doubt shows without anybody asking, and keeps the last good time on disk,
 * so that a clock that comes up in 1970, or an hour back, is known for what it is.
 */
public final class TerminalClock implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TerminalClock.class.getName());

  static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** How much of the last run may be forgotten by a power cut; spares the memory card. */
  static final Duration KEEP_EVERY = Duration.ofMinutes(5);

  private final MachineTime machine;
  private final TrustedTime time;
  private final Path file;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Guarded by the lock, like the rest. */
  private String told = "";

  private GoodTime kept;
  private long keptAt;

  private TerminalClock(ClockSource source, MachineTime machine, Instant built, Path file) {
    this.machine = machine;
    this.file = file;
    this.kept = GoodTime.read(file, built);
    this.time = new TrustedTime(source, machine, built, kept);
    this.thread = Thread.ofPlatform().name("clock-watch").daemon().unstarted(this::watch);
  }

  /**
   * Reads the last good time and begins to look.
   *
   * @param built when this program was built: no time before it is ever right
   * @param file where the last good time is kept
   */
  public static TerminalClock start(
      ClockSource source, MachineTime machine, Instant built, Path file) {
    TerminalClock clock = new TerminalClock(source, machine, built, file);
    clock.look();
    clock.thread.start();
    return clock;
  }

  public ClockReading read() {
    lock.lock();
    try {
      return time.read();
    } finally {
      lock.unlock();
    }
  }

  /** A clerk says what date and time it is in Helsinki (R22: uses are marked with it). */
  public ConfirmOutcome confirm(LocalDateTime helsinki) {
    ConfirmOutcome outcome;
    lock.lock();
    try {
      outcome = time.confirm(helsinki);
    } finally {
      lock.unlock();
    }
    if (outcome instanceof ConfirmOutcome.Confirmed confirmed) {
      LOG.log(Level.WARNING, "A clerk confirmed the time as {0}", confirmed.reading().now());
      keep();
      look();
    }
    return outcome;
  }

  /** Called when the clock comes to be trusted, or doubted; must return at once. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    keep();
  }

  /** One look; the watching thread's work, apart from its waiting. */
  void look() {
    boolean changed;
    boolean due;
    lock.lock();
    try {
      String now = inWords(time.read());
      changed = !now.equals(told);
      told = now;
      due =
          kept.ever() != time.goodTime().ever()
              || machine.elapsedNanos() - keptAt >= KEEP_EVERY.toNanos();
    } finally {
      lock.unlock();
    }
    if (due) {
      keep();
    }
    if (changed) {
      LOG.log(Level.INFO, "The clock is {0}", told);
      listeners.forEach(Runnable::run);
    }
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_EVERY);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Outside of the lock: a slow disk must not hold up a scan. */
  private void keep() {
    GoodTime now;
    lock.lock();
    try {
      now = time.goodTime();
      keptAt = machine.elapsedNanos();
      if (now.equals(kept)) {
        return;
      }
      kept = now;
    } finally {
      lock.unlock();
    }
    try {
      now.write(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The last good time can't be kept in " + file, e);
    }
  }

  private static String inWords(ClockReading reading) {
    return switch (reading) {
      case ClockReading.Trusted trusted -> "trusted, by " + trusted.source();
      case ClockReading.Untrusted untrusted -> "not trusted: " + untrusted.doubt();
    };
  }
}
