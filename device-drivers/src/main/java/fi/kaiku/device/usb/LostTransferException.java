package fi.kaiku.device.usb;

import java.io.IOException;

/**
 * One transfer failed and the pipe works again: what the device sent in it is lost, so a scan or an
 * answer that was under way must be thrown away.
 */
public final class LostTransferException extends IOException {
  private static final long serialVersionUID = 1L;

  LostTransferException(String message) {
    super(message);
  }
}
