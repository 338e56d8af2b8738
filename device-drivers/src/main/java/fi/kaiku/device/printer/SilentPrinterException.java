package fi.kaiku.device.printer;

import java.io.IOException;

/** The connection stands and the printer does not answer. */
final class SilentPrinterException extends IOException {
  private static final long serialVersionUID = 1L;

  SilentPrinterException(String message) {
    super(message);
  }
}
