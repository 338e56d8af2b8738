package fi.kaiku.device.printer;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceHealth.Starting;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import fi.kaiku.device.printer.ReceiptPrinter.PrinterState;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The state that others see. Set by the owner thread, which tells about changes; read by any. */
final class PublishedState {
  private final InstantSource time;
  private volatile PrinterState state = new PrinterState(new Starting(), new NotKnown());
  private volatile Consumer<PrinterState> changes = state -> {};

  PublishedState(InstantSource time) {
    this.time = time;
  }

  void tell(Consumer<PrinterState> listener) {
    changes = listener;
  }

  PrinterState get() {
    return state;
  }

  void working(PrinterStatus status) {
    DeviceHealth health =
        state.health() instanceof Working same ? same : new Working(time.instant());
    set(new PrinterState(health, status));
  }

  void troubled(HealthCode code, String detail, PrinterStatus status) {
    DeviceHealth health =
        state.health() instanceof Troubled same && same.code() == code
            ? same
            : new Troubled(code, detail, time.instant());
    set(new PrinterState(health, status));
  }

  private void set(PrinterState next) {
    if (!next.equals(state)) {
      state = next;
      changes.accept(next);
    }
  }
}
