package fi.kaiku.terminal.api;

import io.helidon.webserver.http.ServerRequest;
import java.util.Map;

/** The stations by name, as they stand in paths. */
record Stations(Map<String, LiveStation> byName) {
  Stations {
    byName = Map.copyOf(byName);
  }

  /**
   * The station that a path names.
   *
   * @throws ProblemException when there is none of this name
   */
  LiveStation of(ServerRequest request) {
    LiveStation station = byName.get(request.path().pathParameters().get("station"));
    if (station == null) {
      throw new ProblemException(
          ProblemType.NO_SUCH_STATION, "stations: " + String.join(", ", byName.keySet()));
    }
    return station;
  }
}
