package fi.kaiku.device;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a device is tried again: doubling from {@link #FIRST} to {@link
 * #LONGEST}, each a little off, so that several devices of one hub do not try in step. Belongs to
 * the device's owner thread.
 */
public final class Backoff {
  /** A re-plugged device needs about this long until its driver is bound. */
  private static final Duration FIRST = Duration.ofMillis(200);

  /** A clerk who plugs a device in waits at most this long; an attempt costs microseconds. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Each wait is shortened by up to this part of it. */
  private static final double JITTER = 0.2;

  private final RandomGenerator random;
  private Duration next = FIRST;

  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The wait before the next attempt; longer each time until {@link #reset()}. */
  public Duration next() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return Duration.ofNanos((long) (wait.toNanos() * (1 - JITTER * random.nextDouble())));
  }

  /** The device works: the next trouble starts with the shortest wait again. */
  public void reset() {
    next = FIRST;
  }
}
