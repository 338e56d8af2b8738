package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.Backoff;
import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.PortUnavailableException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The owner of one scanner: a platform thread, since native reads block. It opens the line, takes
 * readings and hands them on, and after any trouble closes the line, waits ({@link Backoff}) and
 * opens it anew, for ever. A failure of the driver, a stall or a dead-lock of it too, is a trouble
 * of this device only.
 */
final class ScannerOwner implements Scanner {
  private static final Logger LOG = System.getLogger(ScannerOwner.class.getName());

  /** {@link Scanner#close()} returns within two seconds; the line's own close and the owner. */
  private static final Duration STOP_WAIT = Duration.ofMillis(900);

  /** A damaged code is tried a few times; so many in a row are no code at all. */
  private static final int MOST_UNREADABLE = 8;

  private final DeviceName name;
  private final ScanLine.Opener opener;
  private final InstantSource clock;
  private final Backoff backoff;
  private final HealthLog health;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final StallWatch stalls;
  private final Semaphore retry = new Semaphore(0);
  private int unreadable;
  private volatile ScanLine line;
  private volatile Thread owner;

  ScannerOwner(DeviceName name, ScanLine.Opener opener, InstantSource clock) {
    this(name, opener, clock, System::nanoTime);
  }

  /**
   * @param nanoTime a clock that never jumps, by which the owner is found stuck
   */
  ScannerOwner(
      DeviceName name, ScanLine.Opener opener, InstantSource clock, LongSupplier nanoTime) {
    this.name = requireNonNull(name, "name");
    this.opener = requireNonNull(opener, "opener");
    this.clock = requireNonNull(clock, "clock");
    this.backoff = new Backoff(RandomGenerator.getDefault());
    this.health = new HealthLog(name, clock, nanoTime);
    this.stalls = new StallWatch(nanoTime, closing);
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
    stalls.start("scanner-watch-" + name, this::freeStuckOwner);
    owner = Thread.ofPlatform().daemon().name("scanner-" + name).start(() -> keepReading(readings));
  }

  @Override
  public DeviceHealth health() {
    return health.now();
  }

  private void keepReading(Consumer<Reading> readings) {
    try {
      while (!isClosing()) {
        readUntilTrouble(readings);
        awaitNextAttempt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A word that something was plugged in ends the wait, and makes the next ones short again. */
  private void awaitNextAttempt() throws InterruptedException {
    stalls.sign();
    if (retry.tryAcquire(backoff.next().toNanos(), TimeUnit.NANOSECONDS)) {
      retry.drainPermits();
      backoff.reset();
    }
  }

  @Override
  public void retryNow() {
    retry.release();
  }

  private void readUntilTrouble(Consumer<Reading> readings) {
    stalls.sign();
    try {
      line = opener.open();
    } catch (PortUnavailableException e) {
      health.unavailable(e);
      return;
    } catch (IOException e) {
      health.troubled(HealthCode.SCANNER_FAULTY, e);
      return;
    } catch (RuntimeException | Error e) {
      health.crashed(e);
      return;
    }
    try (ScanLine open = line) {
      read(open, readings);
    } catch (IOException e) {
      if (!isClosing()) {
        health.lost(e);
      }
    } catch (RuntimeException | Error e) {
      health.crashed(e);
    }
  }

  private void read(ScanLine open, Consumer<Reading> readings) throws IOException {
    health.working();
    unreadable = 0;
    try {
      while (!isClosing()) {
        hand(open.next(), readings);
        stalls.sign();
        // Not before: a device that opens and dies at once is not to be hammered.
        backoff.reset();
        tellOfUse(open);
      }
    } finally {
      hand(open.cut(clock.instant()), readings);
    }
  }

  /** A device that is open and of no use works again with its next scan. */
  private void tellOfUse(ScanLine open) {
    Optional<Complaint> complaint = open.complaint();
    if (complaint.isEmpty() && unreadable >= MOST_UNREADABLE) {
      complaint = Optional.of(Complaint.NOTHING_BUT_RUBBISH);
    }
    complaint.ifPresentOrElse(health::useless, health::working);
  }

  /**
   * Closing the line ends most native calls; the owner then opens it anew, as after any trouble.
   */
  private void freeStuckOwner(Duration silent) {
    health.stuck(silent);
    closeLine();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** A receiver that fails costs one reading, never the device. */
  private void hand(List<Reading> found, Consumer<Reading> readings) {
    for (Reading reading : found) {
      unreadable = reading instanceof UnreadableScan ? unreadable + 1 : 0;
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
    retry.release();
    closeLine();
    if (owner != null) {
      awaitEnd(owner);
    }
  }

  /** On a thread of its own: a driver that hangs in close must hold up nobody. */
  private void closeLine() {
    ScanLine open = line;
    if (open != null) {
      awaitEnd(Thread.ofPlatform().daemon().name("scanner-close-" + name).start(open::close));
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(STOP_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
