package fi.kaiku.device.scanner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices that a scanner's owner thread does not come back: from a native call of its driver, or
 * from its receiver. A virtual thread of its own looks now and then; nothing else waits for the
 * owner.
 */
final class StallWatch {
  /**
   * Longer than anything that goes on by itself: a read waits a second, a back-off five, an opening
   * a few.
   */
  static final Duration LIMIT = Duration.ofSeconds(15);

  /** A stuck driver is told a little later for it; an idle terminal sleeps the longer. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private final CountDownLatch closing;
  private volatile long lastSign;
  private boolean told;

  /**
   * @param nanoTime a clock that never jumps
   * @param closing ends the watch
   */
  StallWatch(LongSupplier nanoTime, CountDownLatch closing) {
    this.nanoTime = nanoTime;
    this.closing = closing;
    this.lastSign = nanoTime.getAsLong();
  }

  /** The owner is alive. */
  void sign() {
    lastSign = nanoTime.getAsLong();
  }

  /**
   * Begins to look.
   *
   * @param onStall told once each time the owner is found stuck, with how long it has been
   */
  void start(String name, Consumer<Duration> onStall) {
    sign();
    Thread.ofVirtual().name(name).start(() -> watch(onStall));
  }

  private void watch(Consumer<Duration> onStall) {
    try {
      while (!closing.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS)) {
        look(onStall);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Consumer<Duration> onStall) {
    Duration silent = Duration.ofNanos(nanoTime.getAsLong() - lastSign);
    boolean stuck = silent.compareTo(LIMIT) > 0;
    if (stuck && !told) {
      onStall.accept(silent);
    }
    told = stuck;
  }
}
