package fi.kaiku.terminal.receipt;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.printer.PrintOutcome;
import fi.kaiku.device.printer.PrinterStatus;
import fi.kaiku.device.printer.Receipt;
import fi.kaiku.device.printer.ReceiptPrinter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A printer that says it works, and lets each job end as the test wants. */
final class ScriptedPrinter implements ReceiptPrinter {
  private final DeviceName name;
  private final Supplier<PrintOutcome> script;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile PrinterState state = working(Instant.EPOCH);

  /**
   * @param script called for each job, on the thread that prints
   */
  ScriptedPrinter(DeviceName name, Supplier<PrintOutcome> script) {
    this.name = name;
    this.script = script;
  }

  private static PrinterState working(Instant since) {
    return new PrinterState(new DeviceHealth.Working(since), new PrinterStatus.NotKnown());
  }

  int attempts() {
    return attempts.get();
  }

  /** As if it had been away and were back. */
  void isBack() {
    state = working(Instant.EPOCH.plusSeconds(1));
  }

  @Override
  public DeviceName name() {
    return name;
  }

  @Override
  public void start(Consumer<PrinterState> changes) {}

  @Override
  public PrinterState state() {
    return state;
  }

  @Override
  public String model() {
    return "";
  }

  @Override
  public void retryNow() {}

  @Override
  public PrintOutcome print(Receipt receipt) {
    attempts.incrementAndGet();
    return script.get();
  }

  @Override
  public void close() {}
}
