package fi.kaiku.terminal.api;

import fi.kaiku.terminal.event.EventId;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/** A station's state, its feed, its event, and what is typed there. */
final class StationRoutes {
  /** Longer than any id with its spaces and hyphens. */
  private static final int TYPED_MAX = 64;

  private static final int EVENT_ID_MAX = 64;

  /** The list for the event picker. */
  record EventsView(List<EventView> events) {}

  private final Stations stations;

  StationRoutes(Stations stations) {
    this.stations = stations;
  }

  void add(SocketRoutes routes) {
    routes
        .get("/v1/stations/{station}", r -> Answer.json(stations.of(r).screen().view()))
        .get("/v1/stations/{station}/events", this::events)
        .post("/v1/stations/{station}/event", this::selectEvent)
        .post("/v1/stations/{station}/typed", this::typed)
        .post("/v1/stations/{station}/notice/dismiss", this::dismissNotice)
        .stream(
            Method.GET,
            "/v1/stations/{station}/feed",
            Endpoint.streaming(
                (request, response) ->
                    new FeedStream(stations.of(request).feed(), FeedStream.HEARTBEAT)
                        .follow(request, response)));
  }

  private Answer events(ServerRequest request) {
    return Answer.json(new EventsView(stations.of(request).screen().events()));
  }

  private Answer selectEvent(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    String id = body.text("eventId", EVENT_ID_MAX);
    body.end();
    return DeskAnswers.state(station, station.desk().selectEvent(eventId(id)));
  }

  private static EventId eventId(String text) {
    try {
      return new EventId(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemType.NO_SUCH_EVENT, "no event has such an id");
    }
  }

  private Answer typed(ServerRequest request) {
    LiveStation station = stations.of(request);
    JsonBody body = JsonBody.of(request);
    String text = body.text("text", TYPED_MAX);
    body.end();
    return DeskAnswers.state(station, station.desk().typed(text));
  }

  private Answer dismissNotice(ServerRequest request) {
    LiveStation station = stations.of(request);
    return DeskAnswers.state(station, station.desk().dismissNotice());
  }
}
