package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceHealth.Troubled;
import fi.kaiku.device.DeviceHealth.Working;
import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.ReceiptPrinter.PrinterState;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Gathers what a printer tells about itself, and waits for what a test expects. */
final class StateWatcher implements Consumer<PrinterState> {
  private final BlockingQueue<PrinterState> states = new LinkedBlockingQueue<>();

  @Override
  public void accept(PrinterState state) {
    states.add(state);
  }

  PrinterState awaitWorking() throws InterruptedException {
    return await(state -> state.health() instanceof Working);
  }

  PrinterState awaitTrouble(HealthCode code) throws InterruptedException {
    return await(state -> state.health() instanceof Troubled trouble && trouble.code() == code);
  }

  PrinterState await(Predicate<PrinterState> expected) throws InterruptedException {
    PrinterState state;
    do {
      state = states.poll(TestPrinters.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(state).as("a state that the test waits for").isNotNull();
    } while (!expected.test(state));
    return state;
  }
}
