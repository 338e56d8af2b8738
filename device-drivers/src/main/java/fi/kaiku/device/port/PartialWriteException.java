package fi.kaiku.device.port;

import java.io.IOException;

/** A write ended early; {@link #taken()} bytes were handed to the device or its driver. */
public final class PartialWriteException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int taken;

  public PartialWriteException(String message, int taken, Throwable cause) {
    super(message, cause);
    this.taken = taken;
  }

  /** At most this many bytes may have reached the device. */
  public int taken() {
    return taken;
  }
}
