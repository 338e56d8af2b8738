package fi.kaiku.hub.api;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.Map;

/**
 * What the server itself refuses, as a problem too. Its own words are not repeated: they quote what
 * was sent.
 */
final class TransportProblem implements DirectHandler {
  private static final Map<Integer, ProblemType> TYPES =
      Map.of(404, ProblemType.NO_SUCH_PATH, 413, ProblemType.BODY_TOO_LARGE);

  static void register(DirectHandlers.Builder handlers) {
    for (EventType event : EventType.values()) {
      handlers.addHandler(event, new TransportProblem());
    }
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    ProblemType otherwise =
        status.family() == Status.Family.SERVER_ERROR
            ? ProblemType.INTERNAL_ERROR
            : ProblemType.BAD_REQUEST;
    ProblemType type = TYPES.getOrDefault(status.code(), otherwise);
    return TransportResponse.builder()
        .status(Status.create(type.status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, Reply.PROBLEM)
        .entity(Reply.problemBody(type, type.title()))
        .keepAlive(event.keepAlive())
        .build();
  }
}
