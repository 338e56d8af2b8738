package fi.kaiku.terminal.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: from a second, twice as long each time, at most five minutes;
 * each wait is shortened by up to a half, so that terminals that lost the hub together don't come
 * back together. One thread.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration MOST = Duration.ofMinutes(5);

  /** Doublings after which the most is reached. */
  private static final int DOUBLINGS_MAX = 9;

  private final RandomGenerator random;
  private final Duration first;
  private int failures;

  Backoff(RandomGenerator random, Duration first) {
    this.random = random;
    this.first = first;
  }

  void succeeded() {
    failures = 0;
  }

  /** One more failure; answers how long to wait now. */
  Duration failed() {
    Duration whole = first.multipliedBy(1L << Math.min(failures++, DOUBLINGS_MAX));
    long nanos = (whole.compareTo(MOST) < 0 ? whole : MOST).toNanos();
    return Duration.ofNanos(nanos - random.nextLong(nanos / 2 + 1));
  }
}
