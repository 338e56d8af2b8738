package fi.kaiku.terminal.api;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/**
 * What the server itself refuses (no HTTP at all, a body beyond the limit) as a problem too. The
 * server's own words are not repeated: they quote what was sent.
 */
final class TransportProblem implements DirectHandler {
  static void register(DirectHandlers.Builder handlers) {
    for (EventType event : EventType.values()) {
      handlers.addHandler(event, new TransportProblem());
    }
  }

  private static ProblemType typeOf(Status status) {
    if (status.code() == Status.NOT_FOUND_404.code()) {
      return ProblemType.NO_SUCH_PATH;
    }
    if (status.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
      return ProblemType.BODY_TOO_LARGE;
    }
    return status.family() == Status.Family.SERVER_ERROR
        ? ProblemType.INTERNAL_ERROR
        : ProblemType.BAD_REQUEST;
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType event,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    ProblemType type = typeOf(status);
    return TransportResponse.builder()
        .status(Status.create(type.status()))
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, Answer.PROBLEM)
        .entity(JsonText.bytes(ProblemView.of(type, type.title())))
        .keepAlive(event.keepAlive())
        .build();
  }
}
