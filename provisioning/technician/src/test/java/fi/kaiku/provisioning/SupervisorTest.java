package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: small shell scripts in place of the terminal's programs. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SupervisorTest {
  /** Says READY, then waits as a process does that serves. */
  private static final String SERVES = "echo READY; exec sleep 300";

  @TempDir Path folder;
  private final RecordingWriter notices = new RecordingWriter();
  private ConsoleOutput output =
      new ConsoleOutput(new PrintWriter(notices, true), ConsoleOutput.Show.NOTHING);
  private Supervisor supervisor;

  @AfterEach
  void stop() throws InterruptedException {
    supervisor.stop();
  }

  @Test
  void allRunWhenStartReturnsAndNoneAfterStop() throws Exception {
    supervise(Duration.ofSeconds(20), pidOf("one") + SERVES, pidOf("two") + SERVES);

    supervisor.start();

    assertThat(process("one").isAlive()).isTrue();
    assertThat(process("two").isAlive()).isTrue();
    ProcessHandle one = process("one");
    ProcessHandle two = process("two");
    supervisor.stop();
    assertThat(one.isAlive()).isFalse();
    assertThat(two.isAlive()).isFalse();
    assertThat(supervisor.keepRunning()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aProcessThatStopsWhileStartingIsExplainedByItsLastLines() {
    supervise(Duration.ofSeconds(20), SERVES, "echo 'key ui.prot is not known'; exit 7");
    assertThatThrownBy(supervisor::start)
        .isInstanceOf(PlainWordsException.class)
        .hasMessageContaining("child-1 stopped while it was starting (exit code 7)")
        .hasMessageContaining("key ui.prot is not known");
  }

  @Test
  void aWrongConfigurationKeepsItsOwnExitCode() {
    supervise(Duration.ofSeconds(20), "echo 'ui.prot: unknown key'; exit 78");
    assertThatThrownBy(supervisor::start)
        .hasMessageContaining("can't work with this configuration")
        .extracting(failure -> ((PlainWordsException) failure).code())
        .isEqualTo(ExitCode.WRONG_CONFIG);
  }

  @Test
  void whatWasShownAsItCameIsNotSaidAgain() {
    output = new ConsoleOutput(new PrintWriter(notices, true), ConsoleOutput.Show.ALL_LINES);
    supervise(Duration.ofSeconds(20), "echo 'no disk'; exit 7");
    assertThatThrownBy(supervisor::start).hasMessageEndingWith("Its words stand above.");
    assertThat(notices.toString()).contains("child-0 | no disk");
  }

  @Test
  void aProcessThatIsNeverReadyIsGivenUp() throws Exception {
    supervise(Duration.ofMillis(400), pidOf("slow") + "exec sleep 300");
    assertThatThrownBy(supervisor::start).hasMessageContaining("was not ready within 400 ms");
    assertThat(isAlive("slow")).isFalse();
  }

  @Test
  void aCrashedProcessIsStartedAgain() throws Exception {
    supervise(Duration.ofSeconds(20), pidOf("one") + SERVES, SERVES);
    supervisor.start();
    ProcessHandle first = process("one");
    CompletableFuture<ExitCode> running = keepRunning();

    first.destroyForcibly();

    notices.await("The child-0 is running again.");
    assertThat(process("one").pid()).isNotEqualTo(first.pid());
    assertThat(process("one").isAlive()).isTrue();
    assertThat(notices.toString()).contains("The child-0 stopped (exit code 137)");
    supervisor.stop();
    assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
  }

  /** Ctrl-C reaches everybody at once, in no order. */
  @Test
  void aProcessThatTheSignalReachesBeforeUsHasNotCrashed() throws Exception {
    supervise(Duration.ofSeconds(20), pidOf("one") + SERVES);
    supervisor.start();
    ProcessHandle one = process("one");
    CompletableFuture<ExitCode> running = keepRunning();

    one.destroy();
    one.onExit().get(20, TimeUnit.SECONDS);
    supervisor.stop();

    assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    assertThat(notices.toString()).isEmpty();
  }

  @Test
  void aProcessThatCrashesAgainAndAgainEndsEverything() throws Exception {
    Path lived = folder.resolve("lived");
    String diesFromItsSecondLifeOn =
        "if [ -f %s ]; then echo READY; exit 3; fi; touch %s; ".formatted(lived, lived);
    supervise(
        Duration.ofSeconds(20),
        pidOf("good") + SERVES,
        diesFromItsSecondLifeOn + pidOf("bad") + SERVES);
    supervisor.start();

    process("bad").destroyForcibly();

    assertThat(supervisor.keepRunning()).isEqualTo(ExitCode.CRASHED);
    assertThat(notices.toString()).contains("It will not be started again");
    assertThat(isAlive("good")).isFalse();
  }

  @Test
  void theOutputCarriesTheNameOfItsProcess() throws Exception {
    output = new ConsoleOutput(new PrintWriter(notices, true), ConsoleOutput.Show.ALL_LINES);
    supervise(Duration.ofSeconds(20), "echo 'hello'; echo 'oh' >&2; " + SERVES);
    supervisor.start();
    assertThat(notices.toString()).contains("child-0 | hello", "child-0 | oh");
  }

  private CompletableFuture<ExitCode> keepRunning() {
    CompletableFuture<ExitCode> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("supervisor")
        .start(
            () -> {
              try {
                result.complete(supervisor.keepRunning());
              } catch (InterruptedException e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  private void supervise(Duration readyWithin, String... scripts) {
    List<SupervisedChild> children =
        IntStream.range(0, scripts.length)
            .mapToObj(
                i ->
                    new SupervisedChild(
                        new ChildProgram("child-" + i, List.of("/bin/sh", "-c", scripts[i])),
                        output,
                        System::nanoTime))
            .toList();
    supervisor = new Supervisor(children, output, new PrintWriter(notices, true), readyWithin);
  }

  /** Lets the script leave its process number behind before it goes on. */
  private String pidOf(String name) {
    return "echo $$ > "
        + folder.resolve(name + ".new")
        + " && mv "
        + folder.resolve(name + ".new")
        + " "
        + folder.resolve(name)
        + "; ";
  }

  private ProcessHandle process(String name) throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
    return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("no process " + pid));
  }

  private boolean isAlive(String name) throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
