package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

  /** Sends bytes from the device's end. */
  abstract void send(byte[] bytes) throws IOException;

  abstract void unplug() throws Exception;

  abstract void plug() throws Exception;

  @BeforeEach
  void startScanner() throws Exception {
    scanner = makeScanner();
    scanner.start(ears::hear, ears::feel);
    ears.await(Working.class);
  }

  @AfterEach
  void closeScanner() {
    scanner.close();
  }

  @Test
  void aScanIsHeardWithItsSymbology() throws Exception {
    send("]A0ABC1234567\r");
    Scan scan = (Scan) ears.next();
    assertThat(scan.device()).isEqualTo(DESK);
    assertThat(scan.symbology()).isEqualTo(Symbology.CODE_39);
    assertThat(scan.aim()).isEqualTo("]A0");
    assertThat(scan.text()).isEqualTo("ABC1234567");
  }

  @Test
  void aThousandScansInABurstComeInOrder() throws Exception {
    StringBuilder burst = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      burst.append("]Q1CARD").append(100_000 + i).append('\r');
    }
    send(burst.toString());
    for (int i = 0; i < 1_000; i++) {
      assertThat(((Scan) ears.next()).text()).isEqualTo("CARD" + (100_000 + i));
    }
    assertThat(ears.isQuiet()).isTrue();
  }

  @Test
  void aScanWithoutSuffixEndsWithSilence() throws Exception {
    send("]A0ABC1234567");
    assertThat(((Scan) ears.next()).text()).isEqualTo("ABC1234567");
  }

  @Test
  void garbageIsToldAndTheNextScanIsWhole() throws Exception {
    send(new byte[] {'A', 0, (byte) 0xFF, 'B', '\r'});
    send("]A0ABC1234567\r");
    UnreadableScan unreadable = (UnreadableScan) ears.next();
    assertThat(unreadable.cause()).isEqualTo(Cause.GARBLED);
    assertThat(unreadable.length()).isEqualTo(4);
    assertThat(((Scan) ears.next()).text()).isEqualTo("ABC1234567");
  }

  @Test
  void anUnpluggedScannerSaysSoAndWorksAgainAfterItIsBack() throws Exception {
    for (int round = 0; round < 2; round++) {
      unplug();
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_UNPLUGGED);
      plug();
      ears.await(Working.class);
      send("]A0ROUND" + round + "\r");
      assertThat(((Scan) ears.next()).text()).isEqualTo("ROUND" + round);
    }
  }

  @Test
  void aScanCutByAnUnplugNeverJoinsTheNextOne() throws Exception {
    send("]A0ABC12");
    unplug();
    plug();
    ears.await(Troubled.class);
    ears.await(Working.class);
    send("]A0WHOLE\r");
    Reading first = ears.next();
    if (first instanceof UnreadableScan cut) {
      assertThat(cut.length()).isEqualTo(8);
      first = ears.next();
    } else if (((Scan) first).text().equals("ABC12")) {
      // The machine was so slow that silence had ended it before the plug was pulled.
      first = ears.next();
    }
    assertThat(((Scan) first).text()).isEqualTo("WHOLE");
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
    assertThat(share).as("share of a processor").isLessThan(0.1);
    plug();
    ears.await(Working.class);
  }

  @Test
  void closingFreesTheThreadInTwoSecondsAndMayBeRepeated() throws Exception {
    long start = System.nanoTime();
    scanner.close();
    scanner.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals(ownerName()));
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

  final void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String ownerName() {
    return "scanner-" + DESK;
  }

  /** Processor time of the owner thread; the process would count other tests' work too. */
  private static long ownerCpu() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ownerName()))
        .mapToLong(
            thread -> ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()))
        .sum();
  }
}
