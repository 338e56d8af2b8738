package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.DeskState;
import fi.kaiku.terminal.admission.Notice;
import fi.kaiku.terminal.call.StaffCalls;
import io.helidon.webserver.http.ServerRequest;
import java.util.function.Supplier;

/**
 * A kiosk calls staff, a clerk says that they come. Why is found out here, from what the station
 * knows: its page is told nothing that it could pass on (R29).
 */
final class StaffCallRoutes {
  private static final String CALL = "/v1/stations/{station}/staff-calls";

  /** What a kiosk gets back, to know its call again. */
  record CallView(String callId) {}

  private final Stations stations;
  private final Supplier<StaffCalls> calls;

  /**
   * @param calls asked for at each request only
   */
  StaffCallRoutes(Stations stations, Supplier<StaffCalls> calls) {
    this.stations = stations;
    this.calls = calls;
  }

  void add(SocketRoutes routes) {
    routes.post(CALL, this::call).post(CALL + "/{call}/acknowledge", this::acknowledge);
  }

  private Answer call(ServerRequest request) {
    LiveStation station = stations.of(request);
    return Answer.json(
        new CallView(calls.get().call(station.desk().plan().name(), why(station)).id().toString()));
  }

  private static String why(LiveStation station) {
    return station
        .desk()
        .obstacle(station.screen().sellable())
        .<String>map(Enum::name)
        .orElseGet(() -> otherwise(station));
  }

  /** Nothing is wrong with the card: its code then, or what the customer sees of the machine. */
  private static String otherwise(LiveStation station) {
    DeskState state = station.desk().state();
    StationView view = station.screen().view();
    if (!view.questions().isEmpty()) {
      return "PAPER";
    }
    if (view.status().printer().state().equals("troubled")) {
      return "PRINTER";
    }
    if (state.notice().filter(Notice.NotACard.class::isInstance).isPresent()) {
      return "NOT_A_CARD";
    }
    return "ASKED";
  }

  private Answer acknowledge(ServerRequest request) {
    LiveStation station = stations.of(request);
    calls
        .get()
        .acknowledge(Uuids.parse("path 'call'", request.path().pathParameters().get("call")));
    return Answer.json(station.screen().view());
  }
}
