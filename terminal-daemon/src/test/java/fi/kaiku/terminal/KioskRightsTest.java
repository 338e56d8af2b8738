package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.Contract;
import fi.kaiku.terminal.api.Contract.Operation;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.FeedReader;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer's kiosk can't do what a clerk does; each route of a station is one or the other. */
class KioskRightsTest {
  private static final String KIOSK = "lobby";
  private static final String STATION = "/v1/stations/{station}";
  private static final String SOME_ID = "0192f0c1-ffff-7000-8000-00000000000f";

  /** Every other route of a station is a customer's, too. */
  private static final Set<String> CLERKS =
      Set.of(
          "POST " + STATION + "/typed",
          "POST " + STATION + "/visit/replace",
          "POST " + STATION + "/visit/let-in",
          "GET " + STATION + "/today",
          "POST " + STATION + "/admissions/{admission}/undo",
          "POST " + STATION + "/admissions/{admission}/void",
          "POST " + STATION + "/admissions/{admission}/reprint",
          "POST " + STATION + "/admissions/{admission}/assistants",
          "POST " + STATION + "/print-jobs/{job}/answer",
          "POST " + STATION + "/staff-calls/{call}/acknowledge",
          "POST " + STATION + "/take-backs/{act}/done",
          "POST " + STATION + "/clock");

  @TempDir Path folder;

  private TerminalRig rig;

  @BeforeEach
  void start() throws IOException {
    rig = new TerminalRig(folder, folder.resolve("data"));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static List<Operation> ofStations() {
    return Contract.read().operations().stream()
        .filter(operation -> operation.path().startsWith("/v1/stations/"))
        .toList();
  }

  private UnixHttp.Reply call(String station, Operation operation) {
    String path =
        operation
            .path()
            .replace("{station}", station)
            .replace("{admission}", SOME_ID)
            .replace("{call}", SOME_ID)
            .replace("{act}", SOME_ID)
            .replace("{job}", SOME_ID);
    return operation.method().equals("GET") ? rig.ui().get(path) : rig.ui().post(path, "{}");
  }

  private static boolean isRefused(UnixHttp.Reply reply) {
    return reply.status() == 403
        && reply.header("Content-Type").equals("application/problem+json")
        && DeskClient.parse(reply).path("type").asText().equals("urn:kaiku:problem:clerk-only");
  }

  @Test
  void aKioskIsRefusedWhatIsAClerksAndADeskIsNot() {
    assertThat(ofStations().stream().map(Operation::name)).containsAll(CLERKS);
    for (Operation operation : ofStations()) {
      if (CLERKS.contains(operation.name())) {
        assertThat(isRefused(call(KIOSK, operation))).as(operation.name()).isTrue();
        assertThat(isRefused(call("desk-1", operation))).as(operation.name()).isFalse();
      }
    }
  }

  /** A new route fails here until somebody has said whose it is. */
  @Test
  void aKioskMayDoWhatItsCustomersNeed() throws IOException, InterruptedException {
    try (FeedReader feed = rig.feed(KIOSK)) {
      JsonNode state = feed.await(TerminalRig.PATIENCE, TerminalRig::isState).json();
      assertThat(state.path("kind").asText()).isEqualTo("kiosk");
    }
    for (Operation operation : ofStations()) {
      if (!CLERKS.contains(operation.name()) && !operation.path().endsWith("/feed")) {
        assertThat(call(KIOSK, operation).status()).as(operation.name()).isNotEqualTo(403);
      }
    }
  }
}
