package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import java.time.Instant;

/**
 * Bytes that ended as no usable text. Carries no data, only what a clerk may be told (R3).
 *
 * @param length how many bytes were thrown away
 */
public record UnreadableScan(DeviceName device, Instant at, Cause cause, int length)
    implements Reading {

  /** Why the frame was thrown away. */
  public enum Cause {
    /** Longer than the longest bar code there is (QR version 40). */
    OVERLONG,
    /** Not valid UTF-8, or control characters inside. */
    GARBLED,
    /** The check character that the reader sent does not fit. */
    WRONG_CHECK_CHARACTER
  }
}
