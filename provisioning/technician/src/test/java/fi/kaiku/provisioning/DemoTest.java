package fi.kaiku.provisioning;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kaiku demo} as somebody tries it who has just cloned the project. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DemoTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** What the desk says to a sample card that is scanned alone. */
  private static final Map<String, String> SAID =
      Map.ofEntries(
          entry("good", "READY"),
          entry("children", "READY"),
          entry("community", "BRING_CLIENT"),
          entry("client", "READY"),
          entry("expired", "EXPIRED"),
          entry("ended", "ENDED"),
          entry("withdrawn", "WITHDRAWN"),
          entry("not-yet-valid", "NOT_YET_VALID"),
          entry("unknown", "UNKNOWN_CARD"),
          entry("not-a-card", "NOT_A_CARD"));

  @TempDir Path folder;

  @Test
  void everySampleCardIsAnsweredAndATicketComesOutAsAPicture() throws Exception {
    try (KaikuProcess demo = startDemo();
        LinkedBrowser desk = new LinkedBrowser(demo.awaitLine("Ready: "))) {
      assertThat(desk.opened().statusCode()).isEqualTo(303);
      assertThat(desk.opened().headers().firstValue("Set-Cookie")).isPresent();
      List<ProcessHandle> programs = demo.children();
      assertThat(programs).hasSize(2);
      desk.follow();
      String event = desk.get("/ui/station/events").at("/events/0/id").asText();
      post(desk, "/ui/station/event", object().put("eventId", event));

      for (DemoCards.Sample sample : DemoCards.samples()) {
        JsonNode answered = scan(desk, sample.text());
        assertThat(answered.get("code").asText())
            .as(sample.code())
            .isEqualTo(SAID.get(sample.code()));
        clear(desk, answered);
      }
      JsonNode good = scan(desk, DemoCards.samples().getFirst().text());
      assertThat(issuedPicture(desk, good)).startsWith(PNG);

      demo.stop();
      assertThat(demo.exitCode()).isEqualTo(128 + 15);
      assertThat(programs).noneMatch(ProcessHandle::isAlive);
    }
  }

  private KaikuProcess startDemo() throws IOException {
    return KaikuProcess.start(
        folder,
        "demo",
        "--port",
        Integer.toString(LocalPorts.free()),
        "--data",
        folder.resolve("data").toString());
  }

  /** The visit that the scan began, or the notice that it is none. */
  private static JsonNode scan(LinkedBrowser desk, String text) throws Exception {
    post(
        desk,
        "/ui/demo/scan",
        object().put("scanner", "desk-1").put("text", text).put("aim", "]Q1"));
    JsonNode station = desk.awaitStation(now -> !isClear(now));
    return station.get("visit").isNull() ? station.get("notice") : station.get("visit");
  }

  private static void clear(LinkedBrowser desk, JsonNode answered) throws Exception {
    if (answered.has("cards")) {
      post(desk, "/ui/station/visit/cancel", visitRef(answered));
    } else {
      post(desk, "/ui/station/notice/dismiss", object());
    }
    desk.awaitStation(DemoTest::isClear);
  }

  private static boolean isClear(JsonNode station) {
    return station.get("visit").isNull() && station.get("notice").isNull();
  }

  private static byte[] issuedPicture(LinkedBrowser desk, JsonNode visit) throws Exception {
    post(desk, "/ui/station/visit/issue", visitRef(visit));
    desk.awaitStation(
        now -> !now.get("lastIssue").isNull() && now.at("/status/waitingTickets").asInt() == 0);
    JsonNode tickets = desk.get("/ui/demo/printers/tickets").get("tickets");
    assertThat(tickets).hasSize(1);
    assertThat(tickets.at("/0/complete").asBoolean()).isTrue();
    return desk.bytes(
        "/ui/demo/printers/tickets/tickets/" + tickets.at("/0/number").asInt() + ".png");
  }

  private static void post(LinkedBrowser desk, String path, ObjectNode body) throws Exception {
    assertThat(desk.post(path, body)).as(path).isBetween(200, 204);
  }

  private static ObjectNode visitRef(JsonNode visit) {
    return object()
        .put("visitId", visit.get("id").asText())
        .put("revision", visit.get("revision").asInt());
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
