package fi.kaiku.terminal.api;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.ReceiptPrinter;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.terminal.selftest.DeviceSheet;
import fi.kaiku.terminal.selftest.SeenScan;
import fi.kaiku.terminal.selftest.SelfTest;
import java.time.Instant;
import java.util.List;

/** Schema {@code Devices}: for the technician, with what the system said of a trouble. */
record DevicesView(List<DeviceView> scanners, List<DeviceView> printers) {
  /** One device; {@code detail} is English and never what was scanned. */
  record DeviceView(
      String name,
      DeviceStatusView status,
      String detail,
      String since,
      String port,
      String model,
      List<DeviceSheet.Ability> abilities,
      List<SeenScanView> lastScans) {

    static DeviceView of(Scanner scanner, SelfTest selfTest) {
      DeviceHealth health = scanner.health();
      return of(
          scanner.name().value(),
          DeviceStatusView.ofScanner(health),
          health,
          selfTest.sheets().scanner(scanner.name()),
          selfTest.scans().of(scanner.name()));
    }

    static DeviceView of(ReceiptPrinter printer, SelfTest selfTest) {
      ReceiptPrinter.PrinterState state = printer.state();
      return of(
          printer.name().value(),
          DeviceStatusView.ofPrinter(state),
          state.health(),
          selfTest.sheets().printer(printer.name(), printer.model()),
          List.of());
    }

    static DeviceView of(
        String name,
        DeviceStatusView status,
        DeviceHealth health,
        DeviceSheet sheet,
        List<SeenScan> scans) {
      return new DeviceView(
          name,
          status,
          detail(health),
          since(health),
          sheet.port(),
          sheet.model(),
          sheet.abilities(),
          scans.stream().map(SeenScanView::of).toList());
    }

    private static String detail(DeviceHealth health) {
      return switch (health) {
        case DeviceHealth.Starting(), DeviceHealth.Working(Instant _) -> null;
        case DeviceHealth.Troubled(HealthCode _, String detail, Instant _) -> detail;
      };
    }

    private static String since(DeviceHealth health) {
      return switch (health) {
        case DeviceHealth.Starting() -> null;
        case DeviceHealth.Working(Instant since) -> WireTime.of(since);
        case DeviceHealth.Troubled(HealthCode _, String _, Instant since) -> WireTime.of(since);
      };
    }
  }

  /** A scan without its text. */
  record SeenScanView(String at, String kind, int length, String tail) {
    static SeenScanView of(SeenScan scan) {
      return new SeenScanView(WireTime.of(scan.at()), scan.kind(), scan.length(), scan.tail());
    }
  }

  static DevicesView of(List<Scanner> scanners, List<ReceiptPrinter> printers, SelfTest selfTest) {
    return new DevicesView(
        scanners.stream().map(scanner -> DeviceView.of(scanner, selfTest)).toList(),
        printers.stream().map(printer -> DeviceView.of(printer, selfTest)).toList());
  }
}
