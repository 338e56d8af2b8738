package fi.kaiku.terminal.api;

import fi.kaiku.terminal.clock.ConfirmOutcome;
import fi.kaiku.terminal.clock.TerminalClock;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** A clerk's word on what date and time it is. */
final class ClockRoutes {
  private static final int TIME_MAX = 32;

  private final Stations stations;
  private final TerminalClock clock;

  ClockRoutes(Stations stations, TerminalClock clock) {
    this.stations = stations;
    this.clock = clock;
  }

  void add(SocketRoutes routes) {
    routes.post("/v1/stations/{station}/clock", this::confirm);
  }

  private Answer confirm(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    String text = body.text("localTime", TIME_MAX);
    body.end();
    return switch (clock.confirm(localTime(text))) {
      case ConfirmOutcome.Confirmed _, ConfirmOutcome.NotNeeded _ ->
          Answer.json(station.screen().view());
      case ConfirmOutcome.NoSuchTime() ->
          throw implausible("clocks were put forward over this time");
      case ConfirmOutcome.Implausible(Instant earliest, Instant latest) ->
          throw implausible(
              "expected a time from "
                  + WireTime.of(earliest)
                  + " to "
                  + WireTime.of(latest)
                  + ", or the time that the machine's own clock shows");
    };
  }

  private static LocalDateTime localTime(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "field 'localTime': expected such as 2026-11-23T18:42");
    }
  }

  private static ProblemException implausible(String detail) {
    return new ProblemException(ProblemType.CLOCK_IMPLAUSIBLE, detail);
  }
}
