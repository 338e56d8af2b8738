package fi.kaiku.terminal.clock;

/** Whose time the terminal takes for good ({@code clock.source}). */
public enum ClockSource {
  /** The machine's clock once NTP has set it. */
  NTP,
  /** The machine's clock as it is: it has a battery, and somebody looks after it. */
  SYSTEM;

  ClockReading.Source reading() {
    return switch (this) {
      case NTP -> ClockReading.Source.NTP;
      case SYSTEM -> ClockReading.Source.SYSTEM;
    };
  }
}
