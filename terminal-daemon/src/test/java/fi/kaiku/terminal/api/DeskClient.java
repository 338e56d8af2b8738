package fi.kaiku.terminal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

/** One desk as the user interface drives it: plain calls over the daemon's Unix socket. */
public final class DeskClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UnixHttp http;
  private final String station;

  public DeskClient(Path socket, String station) {
    this.http = new UnixHttp(socket);
    this.station = station;
  }

  public String station() {
    return station;
  }

  public JsonNode state() {
    return json(http.get("/v1/stations/" + station));
  }

  public JsonNode today() {
    return json(http.get("/v1/stations/" + station + "/today"));
  }

  public void chooseEvent(String eventId) {
    json(post("/event", JSON.createObjectNode().put("eventId", eventId)));
  }

  public void scan(String scanner, String text) {
    ObjectNode body =
        JSON.createObjectNode().put("scanner", scanner).put("text", text).put("aim", "]Q1");
    expectSuccess(http.post("/v1/demo/scan", body.toString()));
  }

  /** Whether it was taken: another desk may just have issued to the same card. */
  public boolean choose(JsonNode visit, int children, int assistants) {
    ObjectNode body = ref(visit);
    body.putArray("children").addObject().put("ref", 0).put("count", children);
    body.put("clientsUnder16", 0).put("assistants", assistants).put("interpreters", 0);
    body.putArray("confirmed");
    UnixHttp.Reply reply = post("/visit/choices", body);
    return reply.status() == 200;
  }

  public UnixHttp.Reply issue(String visitId, int revision) {
    return post(
        "/visit/issue", JSON.createObjectNode().put("visitId", visitId).put("revision", revision));
  }

  public UnixHttp.Reply undo(String admissionId) {
    return post("/admissions/" + admissionId + "/undo", JSON.createObjectNode());
  }

  /** Harmless when the visit has another look by now: the next scan replaces it. */
  public void cancel(JsonNode visit) {
    post("/visit/cancel", ref(visit));
  }

  public void answer(UUID job, boolean cameOut) {
    json(post("/print-jobs/" + job + "/answer", JSON.createObjectNode().put("cameOut", cameOut)));
  }

  public static JsonNode json(UnixHttp.Reply reply) {
    expectSuccess(reply);
    return parse(reply);
  }

  public static JsonNode parse(UnixHttp.Reply reply) {
    try {
      return JSON.readTree(reply.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void expectSuccess(UnixHttp.Reply reply) {
    if (reply.status() / 100 != 2) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
  }

  private static ObjectNode ref(JsonNode visit) {
    return JSON.createObjectNode()
        .put("visitId", visit.path("id").asText())
        .put("revision", visit.path("revision").asInt());
  }

  private UnixHttp.Reply post(String path, ObjectNode body) {
    return http.post("/v1/stations/" + station + path, body.toString());
  }
}
