package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.Backoff;
import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PortUnavailableException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A scanner that sends plain bytes: RS-232, USB-CDC, a pseudo-terminal, or a virtual line.
 *
 * <p>One platform thread owns the port, since native reads block. It opens the port, reads, frames
 * and hands readings on, and after any trouble closes the port, waits ({@link Backoff}) and opens
 * it anew, for ever. A failure of the driver is a trouble of this device only.
 */
public final class SerialScanner implements Scanner {
  private static final Logger LOG = System.getLogger(SerialScanner.class.getName());

  /** How long to wait for bytes between scans: only how often the thread looks up. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** More than a scanner's largest USB packet; a longer scan comes in several reads. */
  private static final int READ_BUFFER = 512;

  /** {@link Scanner#close()} returns within two seconds; the port's own close takes up to one. */
  private static final Duration STOP_WAIT = Duration.ofMillis(900);

  private final DeviceName name;
  private final PortOpener opener;
  private final Framing framing;
  private final InstantSource clock;
  private final Backoff backoff;
  private final HealthLog health;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile BytePort port;
  private volatile Thread owner;

  public SerialScanner(DeviceName name, PortOpener opener, Framing framing, InstantSource clock) {
    this(name, opener, framing, clock, new Backoff(RandomGenerator.getDefault()));
  }

  SerialScanner(
      DeviceName name, PortOpener opener, Framing framing, InstantSource clock, Backoff backoff) {
    this.name = requireNonNull(name, "name");
    this.opener = requireNonNull(opener, "opener");
    this.framing = requireNonNull(framing, "framing");
    this.clock = requireNonNull(clock, "clock");
    this.backoff = backoff;
    this.health = new HealthLog(name, clock);
  }

  @Override
  public DeviceName name() {
    return name;
  }

  @Override
  public void start(Consumer<Reading> readings, Consumer<DeviceHealth> healthChanges) {
    if (owner != null) {
      throw new IllegalStateException("scanner " + name + " was started before");
    }
    health.tell(healthChanges);
    owner = Thread.ofPlatform().daemon().name("scanner-" + name).start(() -> keepReading(readings));
  }

  @Override
  public DeviceHealth health() {
    return health.now();
  }

  private void keepReading(Consumer<Reading> readings) {
    try {
      do {
        readUntilTrouble(readings);
      } while (!closing.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readUntilTrouble(Consumer<Reading> readings) {
    try {
      port = opener.open();
    } catch (PortUnavailableException e) {
      health.unavailable(e);
      return;
    } catch (IOException e) {
      health.troubled(HealthCode.SCANNER_FAULTY, e);
      return;
    } catch (RuntimeException | LinkageError e) {
      health.crashed(e);
      return;
    }
    try (BytePort line = port) {
      read(line, readings);
    } catch (IOException e) {
      if (!isClosing()) {
        health.troubled(HealthCode.SCANNER_UNPLUGGED, e);
      }
    } catch (RuntimeException | LinkageError e) {
      health.crashed(e);
    }
  }

  private void read(BytePort line, Consumer<Reading> readings) throws IOException {
    FrameReader frames = new FrameReader(name, framing);
    byte[] buffer = new byte[READ_BUFFER];
    health.working();
    try {
      while (!isClosing()) {
        int count = line.read(buffer, frames.midFrame() ? framing.idle() : QUIET);
        Instant at = clock.instant();
        hand(count > 0 ? frames.accept(buffer, count, at) : frames.idle(at), readings);
        backoff.reset();
        health.jabbering(frames.jabbering());
      }
    } finally {
      hand(frames.cut(clock.instant()), readings);
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** A receiver that fails costs one reading, never the device. */
  private void hand(List<Reading> found, Consumer<Reading> readings) {
    for (Reading reading : found) {
      try {
        readings.accept(reading);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "scanner " + name + ": the receiver failed on " + reading, e);
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
    BytePort open = port;
    if (open != null) {
      open.close();
    }
    if (owner == null) {
      return;
    }
    try {
      owner.join(STOP_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
