package fi.kaiku.provisioning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/** When a crashed child is started again. One for each child; not thread-safe. */
final class RestartPolicy {
  static final Duration FIRST_WAIT = Duration.ofMillis(500);
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** A process that crashes this often will not be mended by one more start. */
  static final int CRASHES_MAX = 5;

  static final Duration CRASHES_WITHIN = Duration.ofMinutes(2);

  private final LongSupplier nanoTime;
  private final Deque<Long> crashes = new ArrayDeque<>();

  /**
   * @param nanoTime a monotonic clock, nanoseconds
   */
  RestartPolicy(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How long to wait before the next start; empty when it has crashed too often. */
  Optional<Duration> crashed() {
    long now = nanoTime.getAsLong();
    while (!crashes.isEmpty() && now - crashes.getFirst() > CRASHES_WITHIN.toNanos()) {
      crashes.removeFirst();
    }
    crashes.addLast(now);
    if (crashes.size() > CRASHES_MAX) {
      return Optional.empty();
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << (crashes.size() - 1));
    return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }
}
