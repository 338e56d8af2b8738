package fi.kaiku.terminal.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment of this run whose time is known; later ones follow from the time that has passed.
 *
 * @param wall what the machine's clock showed then, right or wrong
 */
record Anchor(Instant at, long elapsedNanos, Instant wall, ClockReading.Source source) {

  Instant now(long elapsed) {
    return at.plusNanos(elapsed - elapsedNanos);
  }

  /** How far the machine's clock has been set since then. */
  Duration wallSetBy(Instant wallNow, long elapsed) {
    return Duration.between(wall.plusNanos(elapsed - elapsedNanos), wallNow);
  }
}
