package fi.kaiku.device.printer;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.DisturbedPortException;
import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.port.PartialWriteException.Reason;
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
            case ABSENT, TWINS, NOT_CONFIRMED -> HealthCode.PRINTER_ABSENT;
            case WRONG_MODE, NOT_READY -> HealthCode.PRINTER_WRONG_MODE;
            case NO_RIGHTS -> HealthCode.PRINTER_NO_RIGHTS;
            case HELD_BY_OTHER -> HealthCode.PRINTER_HELD_BY_OTHER;
          };
      case SilentPrinterException silent -> HealthCode.PRINTER_SILENT;
      case DisturbedPortException failed -> HealthCode.PRINTER_DISTURBED;
      case PartialWriteException write when write.reason() == Reason.DISTURBED ->
          HealthCode.PRINTER_DISTURBED;
      // The end of a connection is told with what ended it as its cause.
      default ->
          failure.getCause() instanceof IOException cause
              ? codeOf(cause)
              : HealthCode.PRINTER_UNPLUGGED;
    };
  }
}
