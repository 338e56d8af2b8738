package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Starting;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.virtual.ScriptedPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SerialScannerTest {
  private static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final BlockingQueue<PortOpener> attempts = new LinkedBlockingQueue<>();
  private final ScannerEars ears = new ScannerEars();
  private final SerialScanner scanner =
      new SerialScanner(DESK, this::attempt, Framing.unknown(), InstantSource.fixed(NOW));

  private BytePort attempt() throws IOException {
    try {
      return attempts.take().open();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @AfterEach
  void close() {
    // Lets an attempt that waits for its script end.
    attempts.add(ScriptedPort::new);
    scanner.close();
  }

  @Test
  void beforeItsStartNothingIsKnown() {
    assertThat(scanner.health()).isEqualTo(new Starting());
  }

  @Test
  void eachCauseHasItsCodeAndIsToldOnce() throws Exception {
    scanner.start(ears::hear, ears::feel);
    fail(Reason.ABSENT);
    fail(Reason.ABSENT);
    fail(Reason.HELD_BY_OTHER);
    assertThat(ears.await(Troubled.class))
        .isEqualTo(new Troubled(HealthCode.SCANNER_ABSENT, "ABSENT", NOW));
    assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_HELD_BY_OTHER);
    attempts.add(ScriptedPort::new);
    assertThat(ears.await(Working.class)).isEqualTo(new Working(NOW));
    assertThat(scanner.health()).isEqualTo(new Working(NOW));
  }

  @Test
  void aDriverThatCrashesIsAFaultAndIsTriedAgain() throws Exception {
    scanner.start(ears::hear, ears::feel);
    attempts.add(
        () -> {
          throw new UnsatisfiedLinkError("no native library");
        });
    assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_FAULTY);
    attempts.add(ScriptedPort::new);
    ears.await(Working.class);
  }

  @Test
  void anUnknownSystemErrorIsAFault() throws Exception {
    scanner.start(ears::hear, ears::feel);
    attempts.add(
        () -> {
          throw new IOException("system error 5");
        });
    assertThat(ears.await(Troubled.class))
        .isEqualTo(new Troubled(HealthCode.SCANNER_FAULTY, "system error 5", NOW));
  }

  @Test
  void onceItWorkedAMissingDeviceStaysUnplugged() throws Exception {
    ScriptedPort port = new ScriptedPort();
    attempts.add(() -> port);
    scanner.start(ears::hear, ears::feel);
    ears.await(Working.class);
    port.unplug();
    fail(Reason.ABSENT);
    fail(Reason.HELD_BY_OTHER);
    assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_UNPLUGGED);
    assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_HELD_BY_OTHER);
    assertThat(port.isBroken()).isTrue();
  }

  @Test
  void whatArrivedBeforeTheUnplugIsStillRead() throws Exception {
    ScriptedPort port = new ScriptedPort();
    port.arrive(bytes("FIRST\rSECOND\rTHI"));
    port.unplug();
    attempts.add(() -> port);
    scanner.start(ears::hear, ears::feel);
    assertThat(ears.nextText()).isEqualTo("FIRST");
    assertThat(ears.nextText()).isEqualTo("SECOND");
    assertThat(((UnreadableScan) ears.next()).length()).isEqualTo(3);
  }

  @Test
  void aReceiverThatFailsCostsOneReadingOnly() throws Exception {
    ScriptedPort port = new ScriptedPort();
    port.arrive(bytes("FIRST\rSECOND\r"));
    attempts.add(() -> port);
    AtomicInteger heard = new AtomicInteger();
    scanner.start(
        reading -> {
          if (heard.incrementAndGet() == 1) {
            throw new IllegalStateException("receiver");
          }
          ears.hear(reading);
        },
        ears::feel);
    assertThat(ears.nextText()).isEqualTo("SECOND");
    assertThat(scanner.health()).isInstanceOf(Working.class);
  }

  @Test
  void aDeviceThatSendsWithoutEndIsAFaultUntilItStops() throws Exception {
    ScriptedPort port = new ScriptedPort();
    attempts.add(() -> port);
    scanner.start(ears::hear, ears::feel);
    ears.await(Working.class);
    port.arrive(bytes("7".repeat(FrameReader.JABBER)));
    assertThat(ears.next()).isInstanceOf(UnreadableScan.class);
    assertThat(ears.await(Troubled.class).code()).isEqualTo(HealthCode.SCANNER_FAULTY);
    port.arrive(bytes("7\rGOOD\r"));
    assertThat(ears.nextText()).isEqualTo("GOOD");
    ears.await(Working.class);
  }

  private void fail(Reason reason) {
    attempts.add(
        () -> {
          throw new PortUnavailableException(reason, reason.name(), null);
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
