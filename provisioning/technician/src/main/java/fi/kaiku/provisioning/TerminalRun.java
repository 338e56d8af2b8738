package fi.kaiku.provisioning;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The two processes of one terminal, from start to end. Used by the main thread. */
final class TerminalRun {
  /** A Raspberry Pi with a slow card needs some seconds; past this something is wrong. */
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final Installation installation;
  private final PrintWriter notices;
  private final OutputSink output;
  private final LongSupplier nanoTime;
  private Supervisor supervisor;

  /** Ended by itself: why was said already. */
  private volatile boolean over;

  TerminalRun(
      Installation installation,
      PrintWriter notices,
      ConsoleOutput.Show show,
      LongSupplier nanoTime) {
    this.installation = installation;
    this.notices = notices;
    this.output = new ConsoleOutput(notices, show);
    this.nanoTime = nanoTime;
  }

  /**
   * Returns when both processes are ready.
   *
   * @param uiOptions options of the kiosk UI beyond the usual ones
   */
  void start(TerminalSettings settings, List<String> uiOptions) throws InterruptedException {
    List<SupervisedChild> children =
        List.of(
            child(ChildProgram.daemon(installation, settings)),
            child(ChildProgram.ui(installation, settings, uiOptions)));
    supervisor = new Supervisor(children, output, notices, READY_WITHIN);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stopOnSignal));
    try {
      supervisor.start();
    } catch (PlainWordsException e) {
      over = true;
      throw e;
    }
  }

  ExitCode keepRunning() throws InterruptedException {
    ExitCode code = supervisor.keepRunning();
    over = true;
    return code;
  }

  private SupervisedChild child(ChildProgram program) {
    return new SupervisedChild(program, output, nanoTime);
  }

  /** Ends both processes; from any thread. */
  void stop() throws InterruptedException {
    supervisor.stop();
  }

  private void stopOnSignal() {
    if (!over) {
      notices.println("Stopping the terminal. What was issued is kept.");
      notices.flush();
    }
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
