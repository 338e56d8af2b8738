package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import java.time.Instant;

/** What came out of a scanner, well formed or not: nothing a scanner sends is dropped silently. */
public sealed interface Reading permits Scan, UnreadableScan {
  DeviceName device();

  /**
   * When the last byte arrived, by the system clock (it may be wrong: see the terminal's clock).
   */
  Instant at();
}
