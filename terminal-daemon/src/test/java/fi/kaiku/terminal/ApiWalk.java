package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.Contract;
import fi.kaiku.terminal.api.Contract.Operation;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.UnixHttp;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Calls operations of openapi.yaml on one socket, and holds every answer to the document. */
final class ApiWalk {
  private static final String PROBLEM = "application/problem+json";

  private final Contract contract = Contract.read();
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Set<String> walked = new TreeSet<>();
  private final UnixHttp http;

  ApiWalk(UnixHttp http, String socket) {
    this.http = http;
    contract.operations().stream()
        .filter(operation -> operation.sockets().contains(socket))
        .forEach(operation -> operations.put(operation.name(), operation));
  }

  /** Operations that nobody has called yet. */
  Set<String> notWalked() {
    Set<String> left = new TreeSet<>(operations.keySet());
    left.removeAll(walked);
    return left;
  }

  /** For what is followed elsewhere: a stream, or a search that waits for a person. */
  void walkedElsewhere(String operation) {
    assertThat(operations).containsKey(operation);
    walked.add(operation);
  }

  /**
   * Calls an operation that must succeed as described; {@code values} stand in for the path's
   * parameters in their order.
   */
  JsonNode succeeds(String operation, String body, String... values) {
    UnixHttp.Reply reply = call(operation, body, values);
    assertThat(reply.status() / 100).as("%s: %s", operation, reply.text()).isEqualTo(2);
    Operation described = operations.get(operation);
    assertThat(described.node().path("responses").has(Integer.toString(reply.status())))
        .as("%s may answer %d", operation, reply.status())
        .isTrue();
    walked.add(operation);
    return checked(described, reply);
  }

  /** Calls an operation that must be answered by a problem of this type. */
  void fails(String problem, int status, String operation, String body, String... values) {
    UnixHttp.Reply reply = call(operation, body, values);
    assertThat(reply.header("Content-Type")).as(operation).isEqualTo(PROBLEM);
    JsonNode answer = checked(operations.get(operation), reply);
    assertThat(answer.path("type").asText()).isEqualTo("urn:kaiku:problem:" + problem);
    assertThat(reply.status()).isEqualTo(status).isEqualTo(answer.path("status").asInt());
  }

  private JsonNode checked(Operation operation, UnixHttp.Reply reply) {
    Set<String> types = contract.mediaTypes(operation, reply.status());
    if (types.isEmpty()) {
      return null;
    }
    String type = reply.header("Content-Type");
    assertThat(types).as(operation.name()).contains(type);
    if (!type.endsWith("json") || type.endsWith("ndjson")) {
      return null;
    }
    JsonNode body = DeskClient.parse(reply);
    assertThat(contract.problems(operation, reply.status(), type, body))
        .as("%s: %s", operation.name(), body)
        .isEmpty();
    return body;
  }

  private UnixHttp.Reply call(String operation, String body, String... values) {
    assertThat(operations).containsKey(operation);
    Operation described = operations.get(operation);
    String path = described.path();
    for (String value : values) {
      path = path.replaceFirst("\\{[a-z]+}", value);
    }
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            body.startsWith("{") ? "application/json" : "text/csv",
            "Idempotency-Key",
            "0192f0c1-aaaa-7000-8000-000000000001");
    return http.send(described.method(), path, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
