package fi.kaiku.terminal.clock;

import java.time.Instant;

/** What time it is, and how far that can be believed (a Raspberry Pi has no clock battery). */
public sealed interface ClockReading {
  Instant now();

  /** The time may be used for deciding and recording. */
  record Trusted(Instant now, Source source) implements ClockReading {}

  /** A clerk must say what time it is before anything is issued; a kiosk is closed until then. */
  record Untrusted(Instant now, Doubt doubt) implements ClockReading {}

  /** Who vouches for the time; goes with each use to the hub (R22). */
  enum Source {
    HUB,
    NTP,
    /** The machine's own clock, by the technician's decision ({@code clock.source: system}). */
    SYSTEM,
    /** A clerk confirmed date and time after the last start or jump; such uses are marked. */
    CLERK
  }

  /** Why the clock is not believed. */
  enum Doubt {
    /** Not synchronised since the start. */
    NOT_SYNCHRONISED,
    /** Earlier than a time that this terminal has already seen, or than its own build. */
    WENT_BACK,
    /** Ran ahead of the time that has passed by the monotonic clock. */
    JUMPED_AHEAD
  }
}
