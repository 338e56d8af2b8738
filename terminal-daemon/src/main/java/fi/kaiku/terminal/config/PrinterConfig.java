package fi.kaiku.terminal.config;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.printer.PrinterProfile;

/**
 * One receipt printer.
 *
 * @param baud bits per second of a serial line
 */
public record PrinterConfig(DeviceName name, PortAddress port, int baud, PrinterProfile profile) {
  private static final String PROFILE_DEFAULT = "generic-80mm";

  static PrinterConfig read(Section printer, DeviceNames names) {
    DeviceName name = names.readName(printer, names.printers());
    PortAddress port = names.readPort(printer, ValueKinds.port());
    int baud = printer.optional("baud", ValueKinds.baud(), ValueKinds.BAUD_DEFAULT);
    String profile =
        printer.optional(
            "profile", ValueKind.oneOf(PrinterProfile.names(), ModelHint::of), PROFILE_DEFAULT);
    return new PrinterConfig(name, port, baud, PrinterProfile.named(profile));
  }
}
