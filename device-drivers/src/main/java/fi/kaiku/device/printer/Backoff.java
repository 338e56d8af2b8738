package fi.kaiku.device.printer;

import java.time.Duration;

/**
 * Waits that double from a first to a longest. A connection that stood for longer than the longest
 * wait starts them anew; one that is refused again at once does not.
 */
final class Backoff {
  private final Duration first;
  private final Duration most;
  private Duration next;
  private long connectedAt;
  private boolean connected;

  Backoff(PrinterTiming timing) {
    this.first = timing.backoffFirst();
    this.most = timing.backoffMost();
    this.next = first;
  }

  void connected() {
    connected = true;
    connectedAt = System.nanoTime();
  }

  /** How long to wait before the next attempt. */
  Duration next() {
    if (connected && System.nanoTime() - connectedAt > most.toNanos()) {
      next = first;
    }
    connected = false;
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(most) > 0 ? most : doubled;
    return now;
  }
}
