package fi.kaiku.device.printer;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import java.util.function.Consumer;

/**
 * A receipt printer with one owner thread of its own, which connects, re-connects with back-off,
 * follows the status and prints one job at a time.
 */
public interface ReceiptPrinter extends AutoCloseable {
  DeviceName name();

  /**
   * Starts the owner thread. Called once.
   *
   * @param changes called on the owner thread after each change of health or status; must return at
   *     once
   */
  void start(Consumer<PrinterState> changes);

  /** Any thread. */
  PrinterState state();

  /**
   * The model as the printer itself says over this connection (GS I 67, IEEE 1284); empty where its
   * profile does not know that it answers, or it did not yet. Any thread.
   */
  String model();

  /**
   * Prints one job and waits for what became of it; one job at a time, a second caller waits. Never
   * tries twice by itself.
   */
  PrintOutcome print(Receipt receipt) throws InterruptedException;

  /**
   * Something was plugged in: if there is no connection, it is tried now instead of after its
   * back-off. Any thread; never blocks.
   */
  void retryNow();

  /** Stops the owner thread and frees the device; a job in flight ends as unknown. */
  @Override
  void close();

  /** Health of the connection and what the printer says of itself, taken together. */
  record PrinterState(DeviceHealth health, PrinterStatus status) {}
}
