package fi.kaiku.terminal.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;

/** A whole answer, ready to be sent. */
final class Answer {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  private final int status;
  private final String mediaType;
  private final byte[] body;

  private Answer(int status, String mediaType, byte[] body) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
  }

  static Answer json(Object view) {
    return of(JSON, JsonText.bytes(view));
  }

  /**
   * @param body not changed afterwards
   */
  static Answer of(String mediaType, byte[] body) {
    return new Answer(Status.OK_200.code(), mediaType, body);
  }

  /** 204: done, nothing to say. */
  static Answer nothing() {
    return new Answer(Status.NO_CONTENT_204.code(), "", new byte[0]);
  }

  /** 200 or 503 without words: the health checks. */
  static Answer health(boolean well) {
    Status status = well ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503;
    return new Answer(status.code(), "", new byte[0]);
  }

  static Answer problem(ProblemType type, String detail) {
    return new Answer(type.status(), PROBLEM, JsonText.bytes(ProblemView.of(type, detail)));
  }

  void send(ServerResponse response) {
    response.status(status).header(HeaderNames.CACHE_CONTROL, "no-store");
    if (mediaType.isEmpty()) {
      response.send();
    } else {
      response.header(HeaderNames.CONTENT_TYPE, mediaType).send(body);
    }
  }
}
