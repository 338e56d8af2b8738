package fi.kaiku.provisioning;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Starts the terminal's processes and keeps them running. A process that crashes is started again
 * after a growing pause; one that crashes too often ends everything, for a person to look.
 *
 * <p>All of it happens on the thread that calls, and the children must be started by the main
 * thread: the kernel's "parent died" signal goes by the thread that started a child.
 */
final class Supervisor {
  private static final long FOR_EVER = Long.MAX_VALUE;

  /** Exit codes of a JVM that SIGINT or SIGTERM ended. */
  private static final Set<Integer> BY_SIGNAL = Set.of(130, 143);

  /** Longer than a loaded machine needs to start our shutdown hook. */
  private static final Duration SIGNAL_REACHES_US_WITHIN = Duration.ofSeconds(2);

  private final List<SupervisedChild> children;
  private final OutputSink output;
  private final PrintWriter notices;
  private final Duration readyWithin;
  private final BlockingQueue<ChildEvent> events = new LinkedBlockingQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /**
   * @param children in the order of starting; they are stopped in the opposite one
   * @param readyWithin time for each to say READY
   */
  Supervisor(
      List<SupervisedChild> children,
      OutputSink output,
      PrintWriter notices,
      Duration readyWithin) {
    this.children = List.copyOf(children);
    this.output = output;
    this.notices = notices;
    this.readyWithin = readyWithin;
  }

  /**
   * Starts all and returns when all are ready.
   *
   * @throws PlainWordsException when one is not ready in time or stops before it is
   */
  void start() throws InterruptedException {
    for (SupervisedChild child : children) {
      child.start(events, readyWithin);
    }
    while (!children.stream().allMatch(SupervisedChild::isReady)) {
      switch (nextEvent()) {
        case null ->
            throw notStarted(slowChild(), "was not ready within " + seconds(readyWithin) + ".");
        case ChildEvent.Ready(SupervisedChild child) -> child.becameReady();
        case ChildEvent.Exited(SupervisedChild child, int code) ->
            throw code == ExitCode.WRONG_CONFIG.number()
                ? failure(ExitCode.WRONG_CONFIG, child, "can't work with this configuration.")
                : notStarted(child, "stopped while it was starting (exit code " + code + ").");
      }
    }
  }

  /** Blocks until the processes are stopped or one has crashed too often. */
  ExitCode keepRunning() throws InterruptedException {
    while (!isStopping()) {
      switch (nextEvent()) {
        case null -> startRested();
        case ChildEvent.Ready(SupervisedChild child) -> {
          child.becameReady();
          notices.println("The " + child.name() + " is running again.");
        }
        case ChildEvent.Exited(SupervisedChild child, int code) -> {
          if (!endsWithUs(code) && !restAfterCrash(child, code)) {
            stop();
            return ExitCode.CRASHED;
          }
        }
      }
    }
    return ExitCode.OK;
  }

  /** Ends all processes; from any thread, as often as one likes. */
  void stop() throws InterruptedException {
    stopping.countDown();
    for (SupervisedChild child : children.reversed()) {
      child.stop();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /**
   * Whether this exit is no crash. Ctrl-C reaches the children at the same time as this process:
   * one that ends by a signal may be heard of before our own signal is.
   */
  private boolean endsWithUs(int code) throws InterruptedException {
    return BY_SIGNAL.contains(code)
        ? stopping.await(SIGNAL_REACHES_US_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        : isStopping();
  }

  private ChildEvent nextEvent() throws InterruptedException {
    long wait = FOR_EVER;
    for (SupervisedChild child : children) {
      wait = Math.min(wait, child.nanosUntilDue(wait));
    }
    return events.poll(wait, TimeUnit.NANOSECONDS);
  }

  private boolean restAfterCrash(SupervisedChild child, int code) {
    Optional<Duration> wait = child.restarts().crashed();
    if (wait.isEmpty()) {
      notices.println(
          ("The %s stopped again (exit code %d), %d times within %s. It will not be started again:"
                  + " look at its last lines above, mend the cause and start the terminal anew.")
              .formatted(
                  child.name(),
                  code,
                  RestartPolicy.CRASHES_MAX + 1,
                  seconds(RestartPolicy.CRASHES_WITHIN)));
      return false;
    }
    notices.println(
        "The %s stopped (exit code %d); starting it again in %s."
            .formatted(child.name(), code, seconds(wait.get())));
    child.rest(wait.get());
    return true;
  }

  private void startRested() {
    for (SupervisedChild child : children) {
      if (child.isRested() && !isStopping()) {
        child.start(events, readyWithin);
      } else if (child.isTooSlow()) {
        // Its exit is heard as a crash.
        child.kill();
        child.becameReady();
      }
    }
  }

  private SupervisedChild slowChild() {
    return children.stream().filter(SupervisedChild::isTooSlow).findFirst().orElseThrow();
  }

  private PlainWordsException notStarted(SupervisedChild child, String what)
      throws InterruptedException {
    return failure(ExitCode.NOT_STARTED, child, what);
  }

  private PlainWordsException failure(ExitCode code, SupervisedChild child, String what)
      throws InterruptedException {
    stop();
    String last = String.join("\n  ", output.unseenLines(child.name()));
    return new PlainWordsException(
        code,
        "the %s %s%s"
            .formatted(
                child.name(),
                what,
                last.isEmpty() ? " Its words stand above." : " It said:\n  " + last));
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
