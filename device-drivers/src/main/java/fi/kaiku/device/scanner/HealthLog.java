package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.PlugGrace;
import fi.kaiku.device.port.DisturbedPortException;
import fi.kaiku.device.port.PortUnavailableException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The health of one scanner: written by its owner thread, or by the watch over that, read by any. A
 * change is logged once and told once; a trouble that repeats at every attempt is not a change.
 */
final class HealthLog {
  private static final Logger LOG = System.getLogger(HealthLog.class.getName());

  private final DeviceName name;
  private final InstantSource clock;
  private final PlugGrace plugged;
  private Consumer<DeviceHealth> listener = health -> {};
  private volatile DeviceHealth now = new DeviceHealth.Starting();
  private boolean workedBefore;

  HealthLog(DeviceName name, InstantSource clock, LongSupplier nanoTime) {
    this.name = name;
    this.clock = clock;
    this.plugged = new PlugGrace(nanoTime);
  }

  /** Called before the owner thread starts. */
  void tell(Consumer<DeviceHealth> changes) {
    listener = changes;
  }

  DeviceHealth now() {
    return now;
  }

  void working() {
    workedBefore = true;
    plugged.reset();
    if (!(now instanceof DeviceHealth.Working)) {
      LOG.log(Level.INFO, "scanner {0} works", name);
      change(new DeviceHealth.Working(clock.instant()));
    }
  }

  void unavailable(PortUnavailableException e) {
    if (!e.mayPass()) {
      plugged.reset();
    } else if (!plugged.lasts()) {
      return;
    }
    troubled(
        switch (e.reason()) {
          // Once it was there, "unplugged" says more than "absent".
          case ABSENT -> workedBefore ? HealthCode.SCANNER_UNPLUGGED : HealthCode.SCANNER_ABSENT;
          case NO_RIGHTS -> HealthCode.SCANNER_NO_RIGHTS;
          case HELD_BY_OTHER -> HealthCode.SCANNER_HELD_BY_OTHER;
          case TWINS -> HealthCode.SCANNER_TWINS;
          case NOT_CONFIRMED -> HealthCode.SCANNER_NOT_CONFIRMED;
          case WRONG_MODE, NOT_READY -> HealthCode.SCANNER_WRONG_MODE;
        },
        e);
  }

  /** The open line broke. */
  void lost(IOException e) {
    troubled(
        e instanceof DisturbedPortException
            ? HealthCode.SCANNER_FAULTY
            : HealthCode.SCANNER_UNPLUGGED,
        e);
  }

  /** What the system said of the device; expected to happen. */
  void troubled(HealthCode code, IOException e) {
    if (isNews(code)) {
      LOG.log(Level.WARNING, "scanner {0}: {1}: {2}", name, code.code(), e.getMessage());
      change(new DeviceHealth.Troubled(code, String.valueOf(e.getMessage()), clock.instant()));
    }
  }

  /** The owner thread does not come back. */
  void stuck(Duration silent) {
    String detail = "the driver has not answered for " + silent.toSeconds() + " s";
    LOG.log(Level.ERROR, "scanner {0}: {1}: {2}", name, HealthCode.SCANNER_STUCK.code(), detail);
    change(new DeviceHealth.Troubled(HealthCode.SCANNER_STUCK, detail, clock.instant()));
  }

  /** A fault of the driver itself, or of its native library. */
  void crashed(Throwable e) {
    if (isNews(HealthCode.SCANNER_FAULTY)) {
      LOG.log(Level.ERROR, "scanner " + name + ": the driver failed", e);
      change(new DeviceHealth.Troubled(HealthCode.SCANNER_FAULTY, e.toString(), clock.instant()));
    }
  }

  private boolean isNews(HealthCode code) {
    return !(now instanceof DeviceHealth.Troubled before) || before.code() != code;
  }

  /** The device is open, and what it sends is no use. */
  void useless(Complaint complaint) {
    if (now instanceof DeviceHealth.Working) {
      LOG.log(
          Level.WARNING, "scanner {0}: {1}: {2}", name, complaint.code().code(), complaint.why());
      change(new DeviceHealth.Troubled(complaint.code(), complaint.why(), clock.instant()));
    }
  }

  private void change(DeviceHealth next) {
    now = next;
    try {
      listener.accept(next);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "scanner " + name + ": the listener failed on " + next, e);
    }
  }
}
