package fi.kaiku.terminal.api;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import java.time.Instant;
import java.util.List;

/** Schema {@code Devices}: for the technician, with what the system said of a trouble. */
record DevicesView(List<DeviceView> scanners, List<DeviceView> printers) {
  /** One device; {@code detail} is English and never what was scanned. */
  record DeviceView(String name, DeviceStatusView status, String detail, String since) {
    static DeviceView of(Scanner scanner) {
      DeviceHealth health = scanner.health();
      return of(scanner.name().value(), DeviceStatusView.ofScanner(health), health);
    }

    static DeviceView of(ReceiptPrinter printer) {
      ReceiptPrinter.PrinterState state = printer.state();
      return of(printer.name().value(), DeviceStatusView.ofPrinter(state), state.health());
    }

    private static DeviceView of(String name, DeviceStatusView status, DeviceHealth health) {
      return switch (health) {
        case DeviceHealth.Starting() -> new DeviceView(name, status, null, null);
        case DeviceHealth.Working(Instant since) ->
            new DeviceView(name, status, null, WireTime.of(since));
        case DeviceHealth.Troubled(HealthCode _, String detail, Instant since) ->
            new DeviceView(name, status, detail, WireTime.of(since));
      };
    }
  }

  static DevicesView of(List<Scanner> scanners, List<ReceiptPrinter> printers) {
    return new DevicesView(
        scanners.stream().map(DeviceView::of).toList(),
        printers.stream().map(DeviceView::of).toList());
  }
}
