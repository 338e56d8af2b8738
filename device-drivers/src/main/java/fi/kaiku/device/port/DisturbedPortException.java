package fi.kaiku.device.port;

import java.io.IOException;

/**
 * The device is there, and nothing but failed transfers comes from it: a bad cable or socket, or a
 * device that went astray. The port is to be opened anew.
 */
public final class DisturbedPortException extends IOException {
  private static final long serialVersionUID = 1L;

  public DisturbedPortException(String message, Throwable cause) {
    super(message, cause);
  }
}
