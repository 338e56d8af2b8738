package fi.kaiku.device.printer;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.PortUnavailableException;
import java.io.IOException;

/** Which health code a failure stands for. */
final class PrinterTrouble {
  private PrinterTrouble() {}

  static HealthCode codeOf(IOException failure) {
    return switch (failure) {
      case PortUnavailableException unavailable ->
          switch (unavailable.reason()) {
            // What is wrong with what is there stands in the message.
            case ABSENT, TWINS, NOT_CONFIRMED, WRONG_MODE -> HealthCode.PRINTER_ABSENT;
            case NO_RIGHTS -> HealthCode.PRINTER_NO_RIGHTS;
            case HELD_BY_OTHER -> HealthCode.PRINTER_HELD_BY_OTHER;
          };
      case SilentPrinterException silent -> HealthCode.PRINTER_SILENT;
      default -> HealthCode.PRINTER_UNPLUGGED;
    };
  }
}
