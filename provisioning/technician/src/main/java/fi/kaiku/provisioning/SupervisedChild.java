package fi.kaiku.provisioning;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One process of the terminal over all its lives. Its output is read by a thread named after it;
 * everything else is called by the supervisor's thread, {@link #stop} by any.
 */
final class SupervisedChild {
  /** Time to finish what is being written before the process is killed. */
  static final Duration STOP_TIME_MAX = Duration.ofSeconds(10);

  private static final File NO_INPUT = new File("/dev/null");
  private static final String READY = "READY";

  private enum State {
    STARTING,
    READY,
    /** Crashed; to be started again at {@code dueAt}. */
    RESTING,
    STOPPED
  }

  private final ChildProgram program;
  private final OutputSink output;
  private final RestartPolicy restarts;
  private final LongSupplier nanoTime;
  private volatile Process process;
  private State state = State.STOPPED;
  private long dueAt;

  SupervisedChild(ChildProgram program, OutputSink output, LongSupplier nanoTime) {
    this.program = program;
    this.output = output;
    this.nanoTime = nanoTime;
    this.restarts = new RestartPolicy(nanoTime);
  }

  String name() {
    return program.name();
  }

  RestartPolicy restarts() {
    return restarts;
  }

  boolean isReady() {
    return state == State.READY;
  }

  void becameReady() {
    state = State.READY;
  }

  /** Starts the process; events follow until it has exited. */
  void start(BlockingQueue<ChildEvent> events, Duration readyWithin) {
    try {
      process =
          new ProcessBuilder(program.command())
              .redirectErrorStream(true)
              .redirectInput(NO_INPUT)
              .start();
    } catch (IOException e) {
      throw new PlainWordsException(
          ExitCode.NOT_STARTED, "the " + name() + " can't be started: " + e.getMessage(), e);
    }
    state = State.STARTING;
    dueAt = nanoTime.getAsLong() + readyWithin.toNanos();
    Process started = process;
    Thread.ofPlatform().name(name() + "-output").daemon().start(() -> follow(started, events));
  }

  void rest(Duration wait) {
    state = State.RESTING;
    dueAt = nanoTime.getAsLong() + wait.toNanos();
  }

  /** When something has to be done about this child; never while it is ready. */
  long nanosUntilDue(long ifNever) {
    boolean waits = state == State.STARTING || state == State.RESTING;
    return waits ? Math.max(0, dueAt - nanoTime.getAsLong()) : ifNever;
  }

  boolean isTooSlow() {
    return state == State.STARTING && dueAt <= nanoTime.getAsLong();
  }

  boolean isRested() {
    return state == State.RESTING && dueAt <= nanoTime.getAsLong();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Asks the process to end and sees to it that it does. */
  void stop() throws InterruptedException {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    if (!running.waitFor(STOP_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
      running.destroyForcibly();
    }
  }

  private void follow(Process started, BlockingQueue<ChildEvent> events) {
    try (BufferedReader lines = started.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          events.add(new ChildEvent.Ready(this));
        } else {
          output.line(name(), line);
        }
      }
    } catch (IOException e) {
      output.line(name(), "(its output can't be read any more: " + e.getMessage() + ")");
    }
    try {
      events.add(new ChildEvent.Exited(this, started.waitFor()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
