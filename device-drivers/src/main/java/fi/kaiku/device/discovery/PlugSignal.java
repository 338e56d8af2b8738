package fi.kaiku.device.discovery;

import java.io.IOException;
import java.time.Duration;

/** Tells early that something was plugged in or out. For one thread; close from any. */
interface PlugSignal extends AutoCloseable {

  /**
   * Waits; ends early when something happened on the USB.
   *
   * @return whether something may have happened
   * @throws IOException when it can tell nothing any more
   */
  boolean await(Duration longest) throws IOException, InterruptedException;

  @Override
  void close();

  /** Where a signal comes from. */
  @FunctionalInterface
  interface Source {
    PlugSignal open() throws IOException;
  }
}
