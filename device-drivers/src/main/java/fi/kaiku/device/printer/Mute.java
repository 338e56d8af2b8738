package fi.kaiku.device.printer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reading from a printer that has no way to answer. */
final class Mute {
  private Mute() {}

  /** Lets the time pass; fails at once when the port is closed. */
  static int waitInVain(CountDownLatch closed, Duration timeout) throws IOException {
    try {
      if (closed.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the port was closed");
      }
      return 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", stop);
    }
  }
}
