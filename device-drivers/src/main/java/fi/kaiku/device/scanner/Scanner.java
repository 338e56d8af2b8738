package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import java.util.function.Consumer;

/**
 * A bar code reader with one owner thread of its own. The owner opens the device, re-opens it with
 * back-off after an unplug, frames bytes and hands readings on; it never blocks on the receiver for
 * longer than an enqueue.
 */
public interface Scanner extends AutoCloseable {
  DeviceName name();

  /**
   * Starts the owner thread. Called once.
   *
   * @param readings called on the owner thread; must return at once
   * @param healthChanges called after each change of {@link #health()}, on the owner thread or,
   *     when that is stuck, on the one that watches it
   */
  void start(Consumer<Reading> readings, Consumer<DeviceHealth> healthChanges);

  /** Any thread. */
  DeviceHealth health();

  /**
   * Something was plugged in: if the scanner is not working, it is tried now instead of after its
   * back-off. Any thread; never blocks.
   */
  void retryNow();

  /** Stops the owner thread and frees the device; returns within two seconds whatever it does. */
  @Override
  void close();
}
