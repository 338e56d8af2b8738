package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.lab.Lab;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every scanner must do, whatever it runs over. A subclass says how to make the scanner and
 * how to move its other end.
 */
@Timeout(120)
abstract class ScannerContract {
  static final DeviceName DESK = new DeviceName("desk-1");

  final ScannerEars ears = new ScannerEars();
  private Scanner scanner;

  abstract Scanner makeScanner() throws Exception;

  /** Scans a code at the device's end. */
  abstract void scan(String aim, String text) throws Exception;

  /** Sends what is no scan. */
  abstract void sendGarbage() throws Exception;

  /** Begins a scan of this text and does not end it. */
  abstract void beginScan(String aim, String text) throws Exception;

  /** How many scans the device can send in a burst. */
  int burst() {
    return 1_000;
  }

  abstract void unplug() throws Exception;

  abstract void plug() throws Exception;

  /** More of a processor than this is busy; an emulated one takes more for the same work. */
  double busyShare() {
    return 0.1;
  }

  /** As {@link Scanner#close()} promises; an emulated machine keeps no times. */
  Duration closesWithin() {
    return Duration.ofSeconds(2);
  }

  /** After trouble that the kernel's driver clears, a scan may be told as spoilt, never cut. */
  final void expectTheNextScanWholeOrTold(String trouble) throws Exception {
    scan("]A0", "AFTER");
    Reading first = ears.next();
    if (first instanceof UnreadableScan) {
      scan("]A0", "AFTER");
      first = ears.next();
    }
    assertThat(first).as(trouble).isInstanceOf(Scan.class);
    assertThat(((Scan) first).text()).as(trouble).isEqualTo("AFTER");
  }

  @BeforeEach
  void startScanner() throws Exception {
    scanner = makeScanner();
    scanner.start(ears::hear, ears::feel);
    ears.awaitWorking();
  }

  @AfterEach
  void closeScanner() {
    scanner.close();
  }

  @Test
  void aScanIsHeardWithItsSymbology() throws Exception {
    scan("]A0", "ABC1234567");
    Scan scan = (Scan) ears.next();
    assertThat(scan.device()).isEqualTo(DESK);
    assertThat(scan.symbology()).isEqualTo(Symbology.CODE_39);
    assertThat(scan.aim()).isEqualTo("]A0");
    assertThat(scan.text()).isEqualTo("ABC1234567");
  }

  @Test
  void scansInABurstComeInOrderAndNoneIsLost() throws Exception {
    for (int i = 0; i < burst(); i++) {
      scan("]Q1", "CARD" + (100_000 + i));
    }
    for (int i = 0; i < burst(); i++) {
      assertThat(ears.nextText()).isEqualTo("CARD" + (100_000 + i));
    }
    assertThat(ears.isQuiet()).isTrue();
  }

  @Test
  void garbageIsToldAndTheNextScanIsWhole() throws Exception {
    sendGarbage();
    scan("]A0", "ABC1234567");
    assertThat(((UnreadableScan) ears.next()).cause()).isEqualTo(Cause.GARBLED);
    assertThat(ears.nextText()).isEqualTo("ABC1234567");
  }

  @Test
  @Timeout(900)
  void anUnpluggedScannerSaysSoAndWorksAgainAfterItIsBack() throws Exception {
    for (int round = 0; round < Lab.REPLUGS; round++) {
      unplug();
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_UNPLUGGED);
      plug();
      ears.await(Working.class);
      scan("]A0", "ROUND" + round);
      assertThat(ears.nextText()).isEqualTo("ROUND" + round);
    }
  }

  @Test
  void aScanCutByAnUnplugNeverJoinsTheNextOne() throws Exception {
    beginScan("]A0", "ABC12");
    unplug();
    plug();
    ears.await(Troubled.class);
    ears.await(Working.class);
    scan("]A0", "WHOLE");
    Reading reading = ears.next();
    while (!(reading instanceof Scan scan && scan.text().equals("WHOLE"))) {
      // Told as unreadable; or the machine was so slow that silence cut a scan in pieces.
      if (reading instanceof Scan piece && !"]A0ABC12".contains(piece.text())) {
        assertThat("]A0WHOLE").contains(piece.text());
        scan("]A0", "WHOLE");
      }
      reading = ears.next();
    }
  }

  @Test
  void anAbsentScannerCostsAlmostNoProcessorTime() throws Exception {
    unplug();
    ears.await(Troubled.class);
    long start = System.nanoTime();
    long spent = ownerCpu();
    // A quiet second: nothing is to be heard of a scanner that is not there.
    assertThat(ears.readings.poll(1, TimeUnit.SECONDS)).isNull();
    double share = (double) (ownerCpu() - spent) / (System.nanoTime() - start);
    assertThat(share).as("share of a processor").isLessThan(busyShare());
    plug();
    ears.await(Working.class);
  }

  @Test
  void closingFreesTheThreadInTwoSecondsAndMayBeRepeated() throws Exception {
    Thread owner = owners().findFirst().orElseThrow();
    long start = System.nanoTime();
    scanner.close();
    scanner.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(closesWithin());
    assertThat(owner.join(Duration.ofSeconds(30))).as("the owner thread ended").isTrue();
  }

  @Test
  void aScannerIsStartedOnce() {
    assertThatThrownBy(() -> scanner.start(ears::hear, ears::feel))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void healthIsToldAsItIs() throws Exception {
    DeviceHealth health = scanner.health();
    assertThat(health).isInstanceOf(Working.class);
    assertThat(scanner.name()).isEqualTo(DESK);
  }

  private static Stream<Thread> owners() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("scanner-" + DESK));
  }

  /** Processor time of the owner thread; the process would count other tests' work too. */
  private static long ownerCpu() {
    return owners()
        .mapToLong(
            thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()))
        .sum();
  }
}
