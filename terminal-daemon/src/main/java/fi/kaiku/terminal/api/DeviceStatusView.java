package fi.kaiku.terminal.api;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrinterStatus;
import fi.kaiku.device.printer.ReceiptPrinter.PrinterState;
import java.time.Instant;
import java.util.List;

/** Schema {@code DeviceStatus}. */
record DeviceStatusView(String state, String code, List<String> conditions) {
  private static final String NOT_KNOWN = "not-known";

  /** A station without this device. */
  static final DeviceStatusView NONE = new DeviceStatusView("none", null, List.of());

  static DeviceStatusView ofScanner(DeviceHealth health) {
    return of(health, List.of());
  }

  static DeviceStatusView ofPrinter(PrinterState printer) {
    return of(printer.health(), conditions(printer.status()));
  }

  private static DeviceStatusView of(DeviceHealth health, List<String> conditions) {
    return switch (health) {
      case DeviceHealth.Starting() -> new DeviceStatusView("starting", null, conditions);
      case DeviceHealth.Working(Instant _) -> new DeviceStatusView("working", null, conditions);
      case DeviceHealth.Troubled(HealthCode code, String _, Instant _) ->
          new DeviceStatusView("troubled", code.code(), conditions);
    };
  }

  private static List<String> conditions(PrinterStatus status) {
    return switch (status) {
      case PrinterStatus.NotKnown() -> List.of(NOT_KNOWN);
      case PrinterStatus.Reported reported ->
          reported.conditions().stream().map(WireWord::of).toList();
    };
  }
}
