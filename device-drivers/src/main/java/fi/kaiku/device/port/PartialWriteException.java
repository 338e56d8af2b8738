package fi.kaiku.device.port;

import java.io.IOException;

/** A write ended early; {@link #taken()} bytes were handed to the device or its driver. */
public final class PartialWriteException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int taken;
  private final Reason reason;

  /** The device is gone, or the port closed: the port is of no more use. */
  public PartialWriteException(String message, int taken, Throwable cause) {
    super(message, cause);
    this.taken = taken;
    this.reason = Reason.GONE;
  }

  private PartialWriteException(String message, int taken, Reason reason, Throwable cause) {
    super(message, cause);
    this.taken = taken;
    this.reason = reason;
  }

  /** The device took too long; the port still works, and the rest may be written later. */
  public static PartialWriteException tooSlow(String message, int taken) {
    return new PartialWriteException(message, taken, Reason.TOO_SLOW, null);
  }

  /** A transfer failed on the way; the device is there, and the port is to be opened anew. */
  public static PartialWriteException disturbed(String message, int taken, Throwable cause) {
    return new PartialWriteException(message, taken, Reason.DISTURBED, cause);
  }

  /** At most this many bytes may have reached the device. */
  public int taken() {
    return taken;
  }

  public Reason reason() {
    return reason;
  }

  /** Why the write ended. */
  public enum Reason {
    /** The time-out passed; what was not taken may be written again. */
    TOO_SLOW,
    /** A transfer was refused (a stall) or lost (a bad cable), the device is still there. */
    DISTURBED,
    /** The device is gone or the port was closed. */
    GONE
  }
}
