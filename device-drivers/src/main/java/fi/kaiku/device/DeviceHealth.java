package fi.kaiku.device;

import java.time.Instant;

/** The health of one device as its owner thread last saw it. */
public sealed interface DeviceHealth {

  /** Opened for the first time, nothing known yet. */
  record Starting() implements DeviceHealth {}

  /** Usable now. */
  record Working(Instant since) implements DeviceHealth {}

  /**
   * Not usable now; the owner keeps trying.
   *
   * @param detail what the system said, in technician's English; never data that was scanned
   */
  record Troubled(HealthCode code, String detail, Instant since) implements DeviceHealth {}
}
