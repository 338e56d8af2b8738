package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.DisturbedPortException;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.virtual.VirtualScanner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A driver that hangs, dead-locks, crashes or dies at once is a trouble of its device only. */
@Timeout(60)
class ScannerSupervisionTest {
  private static final DeviceName STUCK = new DeviceName("stuck");
  private static final DeviceName OTHER = new DeviceName("other");

  private final ScannerEars ears = new ScannerEars();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger openings = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    release.countDown();
  }

  @Test
  void aReadThatNeverReturnsIsToldAndItsLineIsClosed() throws Exception {
    try (ScannerOwner scanner = scanner(() -> new HangingLine(Hang.UNTIL_CLOSED))) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Working.class);
      passLimit();
      Troubled trouble = ears.await(Troubled.class);
      assertThat(trouble.code()).isEqualTo(HealthCode.SCANNER_STUCK);
      assertThat(trouble.detail()).contains("16 s");
      // Closing the line freed the owner, and it began anew.
      ears.awaitWorking();
      assertThat(openings.get()).isGreaterThan(1);
    }
  }

  @Test
  void aDriverThatHangsInReadAndInCloseHoldsUpNobody() throws Exception {
    VirtualScanner other = new VirtualScanner(OTHER, InstantSource.system());
    ScannerEars others = new ScannerEars();
    ScannerOwner scanner = scanner(() -> new HangingLine(Hang.FOR_EVER));
    scanner.start(ears::hear, ears::feel);
    other.start(others::hear, others::feel);
    ears.await(Working.class);
    passLimit();
    assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_STUCK);
    for (int i = 0; i < 100; i++) {
      other.scan("CARD" + i, "]A0");
      assertThat(others.nextText()).isEqualTo("CARD" + i);
    }
    long start = System.nanoTime();
    scanner.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    other.close();
  }

  @Test
  void anOpeningThatNeverReturnsIsTold() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    try (ScannerOwner scanner =
        scanner(
            () -> {
              opening.countDown();
              release();
              throw new IOException("at last");
            })) {
      scanner.start(ears::hear, ears::feel);
      opening.await();
      passLimit();
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_STUCK);
      release.countDown();
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_FAULTY);
    }
  }

  @Test
  void aReceiverThatNeverReturnsIsTold() throws Exception {
    OneScanLine line = new OneScanLine();
    Consumer<Reading> receiver =
        reading -> {
          ears.hear(reading);
          release();
        };
    try (ScannerOwner scanner = scanner(() -> line)) {
      scanner.start(receiver, ears::feel);
      ears.await(Working.class);
      ears.next();
      passLimit();
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_STUCK);
      release.countDown();
      ears.awaitWorking();
    }
  }

  @Test
  void anErrorOfTheDriverDoesNotEndItsThread() throws Exception {
    try (ScannerOwner scanner =
        scanner(
            () -> {
              if (openings.get() == 1) {
                throw new StackOverflowError("on purpose");
              }
              return new HangingLine(Hang.UNTIL_CLOSED);
            })) {
      scanner.start(ears::hear, ears::feel);
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_FAULTY);
      ears.await(Working.class);
    }
  }

  @Test
  void aLineThatDiesAsSoonAsItOpensIsNotHammered() throws Exception {
    try (ScannerOwner scanner = scanner(() -> new HangingLine(Hang.NOT_AT_ALL))) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Working.class);
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_UNPLUGGED);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long owner = ownerThread();
      long start = System.nanoTime();
      long spent = threads.getThreadCpuTime(owner);
      assertThat(release.await(2, TimeUnit.SECONDS)).isFalse();
      double share =
          (threads.getThreadCpuTime(owner) - spent) / (double) (System.nanoTime() - start);
      assertThat(share).as("share of a processor").isLessThan(0.1);
      // At 0, 0.2, 0.6, 1.4 s, each a fifth early at most, and a slow start of this test.
      assertThat(openings.get()).isBetween(2, 6);
    }
  }

  @Test
  void aWordThatSomethingWasPluggedInEndsTheWait() throws Exception {
    AtomicInteger there = new AtomicInteger();
    try (ScannerOwner scanner =
        scanner(
            () -> {
              if (there.get() == 0) {
                throw new IOException("not yet");
              }
              return new HangingLine(Hang.UNTIL_CLOSED);
            })) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Troubled.class);
      while (openings.get() < 5) {
        // Until the waits are seconds long.
        assertThat(release.await(10, TimeUnit.MILLISECONDS)).isFalse();
      }
      there.set(1);
      long start = System.nanoTime();
      scanner.retryNow();
      ears.await(Working.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void rightsThatComeAMomentAfterThePlugAreNotMissed() throws Exception {
    try (ScannerOwner scanner =
        scanner(
            () -> {
              if (openings.get() < 4) {
                throw new PortUnavailableException(Reason.NO_RIGHTS, "not yet", null);
              }
              return new HangingLine(Hang.UNTIL_CLOSED);
            })) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Working.class);
    }
  }

  @Test
  void rightsThatStayAwayAreToldOnce() throws Exception {
    try (ScannerOwner scanner =
        scanner(
            () -> {
              nanos.addAndGet(1_000_000_000);
              throw new PortUnavailableException(Reason.NO_RIGHTS, "never", null);
            })) {
      scanner.start(ears::hear, ears::feel);
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_NO_RIGHTS);
      assertThat(openings.get()).isGreaterThan(3);
      assertThat(ears.healths).isEmpty();
    }
  }

  @Test
  void aLineThatFailsWithItsDeviceThereIsFaultyAndNotUnplugged() throws Exception {
    try (ScannerOwner scanner = scanner(() -> new SayingLine(disturbed()))) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Working.class);
      assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_FAULTY);
    }
  }

  private static BlockingQueue<Object> disturbed() {
    return new LinkedBlockingQueue<>(List.of(new DisturbedPortException("EPROTO", null)));
  }

  @Test
  void aDeviceThatSendsNothingButRubbishIsFaultyUntilItsNextScan() throws Exception {
    BlockingQueue<Object> said = new LinkedBlockingQueue<>();
    try (ScannerOwner scanner = scanner(() -> new SayingLine(said))) {
      scanner.start(ears::hear, ears::feel);
      ears.await(Working.class);
      for (int i = 0; i < 8; i++) {
        said.add(new UnreadableScan(STUCK, Instant.EPOCH, UnreadableScan.Cause.GARBLED, 5));
      }
      Troubled trouble = ears.await(Troubled.class);
      assertThat(trouble.code()).isEqualTo(HealthCode.SCANNER_FAULTY);
      assertThat(trouble.detail()).contains("nothing it sends is a scan");
      said.add(Scan.plain(STUCK, Instant.EPOCH, Symbology.CODE_39, "]A0", "ABC1234567"));
      ears.await(Working.class);
    }
    assertThat(ears.readings).hasSize(9);
  }

  private ScannerOwner scanner(ScanLine.Opener opener) {
    return new ScannerOwner(
        STUCK,
        () -> {
          openings.incrementAndGet();
          return opener.open();
        },
        InstantSource.system(),
        nanos::get);
  }

  private void passLimit() {
    nanos.addAndGet(StallWatch.LIMIT.plusSeconds(1).toNanos());
  }

  private void release() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long ownerThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("scanner-" + STUCK))
        .findFirst()
        .orElseThrow()
        .threadId();
  }

  private enum Hang {
    NOT_AT_ALL,
    UNTIL_CLOSED,
    FOR_EVER
  }

  /** A line whose native calls do not come back. */
  private final class HangingLine implements ScanLine {
    private final Hang hang;
    private final CountDownLatch closed = new CountDownLatch(1);

    HangingLine(Hang hang) {
      this.hang = hang;
    }

    @Override
    public List<Reading> next() throws IOException {
      try {
        switch (hang) {
          case NOT_AT_ALL -> {}
          case UNTIL_CLOSED -> closed.await();
          case FOR_EVER -> release.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("the device is gone");
    }

    @Override
    public List<Reading> cut(Instant at) {
      return List.of();
    }

    @Override
    public Optional<Complaint> complaint() {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed.countDown();
      if (hang == Hang.FOR_EVER) {
        ScannerSupervisionTest.this.release();
      }
    }
  }

  /** A line that gives what is put into it, a reading at a time, or fails with it. */
  private static final class SayingLine implements ScanLine {
    private final BlockingQueue<Object> said;

    SayingLine(BlockingQueue<Object> said) {
      this.said = said;
    }

    @Override
    public List<Reading> next() throws IOException {
      try {
        Object next = said.poll(100, TimeUnit.MILLISECONDS);
        if (next instanceof IOException failure) {
          throw failure;
        }
        return next == null ? List.of() : List.of((Reading) next);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public List<Reading> cut(Instant at) {
      return List.of();
    }

    @Override
    public Optional<Complaint> complaint() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** A line that has one scan, and then none. */
  private static final class OneScanLine implements ScanLine {
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean scanned;

    @Override
    public List<Reading> next() throws IOException {
      if (!scanned) {
        scanned = true;
        return List.of(Scan.plain(STUCK, Instant.EPOCH, Symbology.CODE_39, "]A0", "ABC1234567"));
      }
      try {
        if (closed.await(20, TimeUnit.MILLISECONDS)) {
          throw new IOException("closed");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }

    @Override
    public List<Reading> cut(Instant at) {
      return List.of();
    }

    @Override
    public Optional<Complaint> complaint() {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
