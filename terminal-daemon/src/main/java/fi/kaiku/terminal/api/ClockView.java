package fi.kaiku.terminal.api;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.clock.ClockReading.Doubt;
import fi.kaiku.terminal.clock.ClockReading.Source;
import java.time.Instant;

/** Schema {@code Status}, its {@code clock}. */
record ClockView(boolean trusted, String source, String doubt) {
  static ClockView of(ClockReading reading) {
    return switch (reading) {
      case ClockReading.Trusted(Instant _, Source source) ->
          new ClockView(true, WireWord.of(source), null);
      case ClockReading.Untrusted(Instant _, Doubt doubt) ->
          new ClockView(false, null, doubt.name());
    };
  }
}
