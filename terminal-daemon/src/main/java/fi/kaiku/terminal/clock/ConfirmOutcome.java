package fi.kaiku.terminal.clock;

import java.time.Instant;

/** What became of a clerk's word on date and time. */
public sealed interface ConfirmOutcome {
  /** Believed until the terminal stops, or something better is known. */
  record Confirmed(ClockReading.Trusted reading) implements ConfirmOutcome {}

  /** The clock is trusted as it is. */
  record NotNeeded(ClockReading.Trusted reading) implements ConfirmOutcome {}

  /** Clocks went forward over that time: no clock in Helsinki shows it. */
  record NoSuchTime() implements ConfirmOutcome {}

  /**
   * Not believed.
   *
   * @param earliest what would have been, unless the machine's own clock says the same
   */
  record Implausible(Instant earliest, Instant latest) implements ConfirmOutcome {}
}
