package fi.kaiku.device.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SerialBytePortTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int BAUD = 9600;

  @TempDir Path folder;
  private PtyDevice device;

  @BeforeEach
  void plug() throws Exception {
    device = PtyDevice.plug(folder.resolve("ttySCANNER"));
  }

  @AfterEach
  void unplug() throws Exception {
    device.close();
  }

  @Test
  void bytesGoBothWays() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      device.send("ABC123\r");
      assertThat(readText(port, 7)).isEqualTo("ABC123\r");

      port.write(new byte[] {0x16, 0x4D, 0x0D}, SOON);
      assertThat(device.received().readNBytes(3)).containsExactly(0x16, 0x4D, 0x0D);
    }
  }

  @Test
  void everyByteValuePassesUnchanged() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      device.send(all);
      assertThat(read(port, all.length)).containsExactly(all);
      port.write(all, SOON);
      assertThat(device.received().readNBytes(all.length)).containsExactly(all);
    }
  }

  @Test
  void aSilentDeviceGivesNothingWhenTheTimeIsOver() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      long start = System.nanoTime();
      assertThat(port.read(new byte[8], Duration.ofMillis(250))).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }
  }

  @Test
  void anUnpluggedDeviceEndsTheRead() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      CompletableFuture<Throwable> failure = failureOfRead(port);
      device.unplug();
      assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> port.read(new byte[8], SOON)).isInstanceOf(IOException.class);
      PartialWriteException e =
          catchThrowableOfType(
              PartialWriteException.class, () -> port.write(new byte[] {1, 2, 3}, SOON));
      assertThat(e.taken()).isZero();
    }
  }

  @Test
  void closingEndsTheReadOfAnotherThread() throws Exception {
    BytePort port = SerialBytePort.open(device.address(), BAUD);
    CompletableFuture<Throwable> failure = failureOfRead(port);
    port.close();
    port.close();
    assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
  }

  @Test
  void aDeviceThatTakesNothingEndsTheWriteInTime() throws Exception {
    byte[] much = new byte[1_000_000];
    Arrays.fill(much, (byte) 'x');
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      device.freeze();
      PartialWriteException e =
          catchThrowableOfType(
              PartialWriteException.class, () -> port.write(much, Duration.ofMillis(500)));
      assertThat(e.taken()).isPositive().isLessThan(much.length);
      assertThat(e).hasMessageContaining("took too long");
    }
  }

  @Test
  void aMissingDeviceIsAbsentEvenWhenAnotherBearsItsLastName() {
    // The library would silently open /dev/null here.
    PortUnavailableException e = unavailable(new PortAddress.Serial(folder + "/none/null"));
    assertThat(e.reason()).isEqualTo(Reason.ABSENT);
  }

  @Test
  void aSecondOpenIsHeld() throws Exception {
    try (BytePort first = SerialBytePort.open(device.address(), BAUD)) {
      assertThat(unavailable(device.address()).reason()).isEqualTo(Reason.HELD_BY_OTHER);
      device.send("still mine");
      assertThat(readText(first, 10)).isEqualTo("still mine");
    }
    SerialBytePort.open(device.address(), BAUD).close();
  }

  @Test
  void aPortLockedByAnotherProgramIsHeld() throws Exception {
    Process other =
        new ProcessBuilder("flock", device.path().toRealPath().toString(), "sh", "-c", "echo; cat")
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('\n');
      assertThat(unavailable(device.address()).reason()).isEqualTo(Reason.HELD_BY_OTHER);
    } finally {
      other.descendants().forEach(ProcessHandle::destroyForcibly);
      other.destroyForcibly().waitFor();
    }
  }

  /** Most programs ask for no lock: cat, getty, a modem manager. */
  @Test
  void anotherProgramCanNotOpenThePortThatIsOurs() throws Exception {
    Files.setPosixFilePermissions(
        device.path().toRealPath(), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertThat(openByAnotherUser()).isEmpty();
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      assertThat(openByAnotherUser()).contains("Device or resource busy");
      device.send("all mine");
      assertThat(readText(port, 8)).isEqualTo("all mine");
    }
    assertThat(openByAnotherUser()).as("after the close").isEmpty();
  }

  /** The kernel lets root in where others are refused: so we look first, and leave it alone. */
  @Test
  void aPortThatAnotherProgramHasTakenIsHeldEvenForRoot() throws Exception {
    Process other = taking(device.path().toRealPath());
    try {
      assertThat(other.getInputStream().read()).isEqualTo('\n');
      assertThat(unavailable(device.address()).reason()).isEqualTo(Reason.HELD_BY_OTHER);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void aPortWhoseTakerDiedIsOpenedByRoot() throws Exception {
    assumeTrue(isRoot(), "the kernel keeps a pseudo-terminal from everybody else");
    Process other = taking(device.path().toRealPath());
    assertThat(other.getInputStream().read()).isEqualTo('\n');
    other.destroyForcibly().waitFor();
    SerialBytePort.open(device.address(), BAUD).close();
  }

  /** A program that takes the line by TIOCEXCL, without a lock, and keeps it. */
  private static Process taking(Path tty) throws IOException {
    String program =
        "import fcntl,os,sys,time;f=os.open(sys.argv[1],os.O_RDWR|os.O_NOCTTY);"
            + "fcntl.ioctl(f,0x540C);print(flush=True);time.sleep(60)";
    return new ProcessBuilder("python3", "-c", program, tty.toString())
        .inheritIO()
        .redirectOutput(ProcessBuilder.Redirect.PIPE)
        .start();
  }

  /** What a plain program says that opens the port; empty when it could. */
  private String openByAnotherUser() throws Exception {
    List<String> open =
        List.of("sh", "-c", "exec 3<>\"$0\"", device.path().toRealPath().toString());
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(open);
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    program.waitFor();
    return said;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  @Test
  void aFolderIsNoPort() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("odd"));
    assertThatThrownBy(() -> SerialBytePort.open(new PortAddress.Serial(odd.toString()), BAUD))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(PortUnavailableException.class);
  }

  @Test
  void aRepluggedDeviceOpensAgainUnderItsNewNode() throws Exception {
    BytePort old = SerialBytePort.open(device.address(), BAUD);
    device.unplug();
    assertThat(unavailable(device.address()).reason()).isEqualTo(Reason.ABSENT);
    device = PtyDevice.plug(device.path());
    old.close();
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      device.send("back");
      assertThat(readText(port, 4)).isEqualTo("back");
    }
  }

  @Test
  void waitingOnASilentDeviceCostsAlmostNoProcessorTime() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long start = System.nanoTime();
      assertThat(port.read(new byte[8], Duration.ofSeconds(1))).isZero();
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      assertThat((double) spent / (System.nanoTime() - start)).isLessThan(0.1);
    }
  }

  /** Four devices are not to cost half a percent of a processor: so each sleeps in the kernel. */
  @Test
  void anIdleLineWakesItsThreadOnceASecond() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      long before = sleepsOfThisThread();
      for (int second = 0; second < 3; second++) {
        assertThat(port.read(new byte[8], Duration.ofSeconds(1))).isZero();
      }
      assertThat(sleepsOfThisThread() - before).isLessThan(15);
    }
  }

  private static long sleepsOfThisThread() throws IOException {
    return Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
        .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  @Test
  void aByteOfAScanUnderWayIsNotWaitedForLongerThanItsIdleTime() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      Duration idle = Duration.ofMillis(150);
      long start = System.nanoTime();
      assertThat(port.read(new byte[8], idle)).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(idle, idle.multipliedBy(4));
      device.send("A");
      assertThat(readText(port, 1)).isEqualTo("A");
    }
  }

  /** With a listener of the library's, an unplugged port costs a whole processor until closed. */
  @Test
  void aDeadPortThatNobodyHasClosedYetCostsAlmostNoProcessorTime() throws Exception {
    try (BytePort port = SerialBytePort.open(device.address(), BAUD)) {
      CompletableFuture<Throwable> failure = failureOfRead(port);
      device.unplug();
      failure.get(10, TimeUnit.SECONDS);
      long start = System.nanoTime();
      long spent = otherThreadsCpu();
      assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse();
      double share = (double) (otherThreadsCpu() - spent) / (System.nanoTime() - start);
      assertThat(share).as("share of a processor").isLessThan(0.2);
    }
  }

  private static long otherThreadsCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getAllThreadIds())
        .filter(id -> id != Thread.currentThread().threadId())
        .map(id -> Math.max(threads.getThreadCpuTime(id), 0))
        .sum();
  }

  private PortUnavailableException unavailable(PortAddress.Serial address) {
    return catchThrowableOfType(
        PortUnavailableException.class, () -> SerialBytePort.open(address, BAUD).close());
  }

  private static CompletableFuture<Throwable> failureOfRead(BytePort port) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                failure.completeExceptionally(
                    new AssertionError("read " + port.read(new byte[8], Duration.ofMinutes(1))));
              } catch (IOException e) {
                failure.complete(e);
              }
            });
    return failure;
  }

  private static String readText(BytePort port, int length) throws IOException {
    return new String(read(port, length), StandardCharsets.UTF_8);
  }

  private static byte[] read(BytePort port, int length) throws IOException {
    byte[] all = new byte[length];
    byte[] buffer = new byte[length];
    int filled = 0;
    while (filled < length) {
      int count = port.read(buffer, SOON);
      assertThat(count).as("bytes after %d of %d", filled, length).isPositive();
      System.arraycopy(buffer, 0, all, filled, count);
      filled += count;
    }
    return all;
  }
}
