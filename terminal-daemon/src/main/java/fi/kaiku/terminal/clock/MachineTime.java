package fi.kaiku.terminal.clock;

import java.time.Instant;

/** What the machine itself says of time. Any thread. */
public interface MachineTime {
  /** By the machine's clock, right or wrong. */
  Instant wall();

  /** Nanoseconds since some fixed point; never set, and counted on while the machine sleeps. */
  long elapsedNanos();

  Sync sync();

  /** Whether something outside keeps the machine's clock right. */
  enum Sync {
    SYNCHRONISED,
    NOT_SYNCHRONISED
  }
}
