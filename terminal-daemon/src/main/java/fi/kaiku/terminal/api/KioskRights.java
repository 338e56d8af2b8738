package fi.kaiku.terminal.api;

import io.helidon.webserver.http.Handler;
import java.util.Set;

/**
 * What the page of a self-service kiosk may ask the daemon for. Least rights: a route of a station
 * that is not in the table is a clerk's, and refused at a kiosk.
 */
final class KioskRights {
  private static final String STATION = "/v1/stations/{station}";

  /** Its state, and the steps of a visit that a customer goes through. */
  private static final Set<String> ALLOWED =
      Set.of(
          "GET " + STATION,
          "GET " + STATION + "/feed",
          "GET " + STATION + "/events",
          "POST " + STATION + "/event",
          "POST " + STATION + "/visit/choices",
          "POST " + STATION + "/visit/issue",
          "POST " + STATION + "/visit/cancel",
          "POST " + STATION + "/visit/print-again",
          "POST " + STATION + "/staff-calls",
          "POST " + STATION + "/notice/dismiss");

  private final Set<String> kiosks;

  /**
   * Guards these stations.
   *
   * @param kiosks names of the stations without a clerk
   */
  KioskRights(Set<String> kiosks) {
    this.kiosks = Set.copyOf(kiosks);
  }

  /** The route's own handler, or one that asks first whose station it is. */
  Handler guarded(String route, Handler handler) {
    if (!route.contains(STATION) || ALLOWED.contains(route)) {
      return handler;
    }
    return (request, response) -> {
      if (kiosks.contains(request.path().pathParameters().get("station"))) {
        Answer.problem(ProblemType.CLERK_ONLY, "the station is a kiosk").send(response);
      } else {
        handler.handle(request, response);
      }
    };
  }
}
