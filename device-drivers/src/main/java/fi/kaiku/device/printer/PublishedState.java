package fi.kaiku.device.printer;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceHealth.Starting;
import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import fi.kaiku.device.printer.ReceiptPrinter.PrinterState;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The state that others see. Set by the owner thread, which tells about changes; read by any. A
 * change of health is logged once, in a sentence: that a printer is off is no fault of the program.
 */
final class PublishedState {
  private static final System.Logger LOG = System.getLogger(PublishedState.class.getName());

  private final DeviceName name;
  private final InstantSource time;
  private volatile PrinterState state = new PrinterState(new Starting(), new NotKnown());
  private volatile String model = "";
  private volatile Consumer<PrinterState> changes = state -> {};

  PublishedState(DeviceName name, InstantSource time) {
    this.name = name;
    this.time = time;
  }

  /** What the printer calls itself; empty when it did not say. */
  String model() {
    return model;
  }

  void model(String said) {
    model = said;
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

  private void log(DeviceHealth health) {
    switch (health) {
      case Starting() -> LOG.log(Level.DEBUG, "printer {0} starts", name);
      case Working(Instant _) -> LOG.log(Level.INFO, "printer {0} works", name);
      case Troubled(HealthCode code, String detail, Instant _) ->
          LOG.log(Level.WARNING, "printer {0}: {1}: {2}", name, code.code(), detail);
    }
  }

  private void set(PrinterState next) {
    if (!next.equals(state)) {
      if (!next.health().equals(state.health())) {
        log(next.health());
      }
      state = next;
      changes.accept(next);
    }
  }
}
