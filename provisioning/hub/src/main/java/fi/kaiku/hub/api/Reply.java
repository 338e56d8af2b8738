package fi.kaiku.hub.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A whole answer, ready to be sent. */
final class Reply {
  static final String PROBLEM = "application/problem+json";

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private final int status;
  private final String mediaType;
  private final byte[] body;
  private final Map<String, String> headers;

  /** Schema {@code Problem}. */
  private record ProblemView(String type, String title, int status, String detail) {}

  private Reply(int status, String mediaType, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.mediaType = mediaType;
    this.body = body;
    this.headers = headers;
  }

  /** Views are records; a component that is null is left out. */
  static Reply json(Object view) {
    return new Reply(OK, "application/json", bytes(view), Map.of());
  }

  static Reply yaml(byte[] document) {
    return new Reply(OK, "application/yaml", document, Map.of());
  }

  /** Done, nothing to say. */
  static Reply nothing() {
    return new Reply(NO_CONTENT, "", new byte[0], Map.of());
  }

  static Reply problem(ProblemType type, String detail, Map<String, String> headers) {
    return new Reply(type.status(), PROBLEM, problemBody(type, detail), headers);
  }

  static byte[] problemBody(ProblemType type, String detail) {
    return bytes(new ProblemView(type.urn(), type.title(), type.status(), detail));
  }

  /** One line of an answer that is streamed. */
  static byte[] line(Object view) {
    byte[] text = bytes(view);
    byte[] line = Arrays.copyOf(text, text.length + 1);
    line[text.length] = '\n';
    return line;
  }

  private static byte[] bytes(Object view) {
    try {
      return JSON.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("view " + view.getClass().getName() + " is no JSON", e);
    }
  }

  int status() {
    return status;
  }

  /** Not to be changed. */
  byte[] body() {
    return body;
  }

  Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, mediaType, body, more);
  }

  void send(ServerResponse response) {
    response.status(status).header(HeaderNames.CACHE_CONTROL, "no-store");
    headers.forEach((name, value) -> response.header(HeaderNames.create(name), value));
    if (mediaType.isEmpty()) {
      response.send();
    } else {
      response.header(HeaderNames.CONTENT_TYPE, mediaType).send(body);
    }
  }
}
