package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.FeedReader;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole terminal on a file system that gets full under it. Mounting one needs root; the same
 * promise is held for everybody by a journal that may not grow, in {@code DiskFullTest}.
 */
class TerminalDiskFullTest {
  /** The pages of the write-ahead log that are there already take this many visits, and more. */
  private static final int VISITS_MAX = 500;

  private static final String DESK = "desk-1";
  private static final String PRINTER = "tickets-1";

  @TempDir Path folder;

  private record Press(String visit, int revision) {}

  @Test
  void noTicketComesOutThatIsNotRecordedAndItEndsWhenThereIsRoom() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Optional<SmallFileSystem> mounted = SmallFileSystem.mount(data);
    assumeThat(mounted).as("needs the right to mount a file system").isPresent();
    try (SmallFileSystem disk = mounted.get();
        TerminalRig rig = new TerminalRig(folder, disk.folder())) {
      rig.importCards(cards());
      rig.desk(DESK).chooseEvent(TerminalRig.CONCERT);
      disk.fill();
      Press refused = issueUntilRefused(rig);
      int given =
          DeskClient.json(rig.ui().get("/v1/stations/" + DESK + "/today")).path("rows").size();

      awaitJournal(rig, "full");
      assertThat(rig.ui().get("/health/ready").status()).isEqualTo(503);
      assertThat(rig.printed(PRINTER)).isLessThanOrEqualTo(given);

      disk.makeRoom();
      awaitJournal(rig, "ok");
      assertThat(rig.desk(DESK).issue(refused.visit(), refused.revision()).status()).isEqualTo(200);
      awaitNothingToPrint(rig);
      assertThat(rig.printed(PRINTER)).isEqualTo(given + 1);
    }
  }

  private static String[] cards() {
    String[] rows = new String[VISITS_MAX];
    for (int i = 0; i < VISITS_MAX; i++) {
      rows[i] = TerminalRig.personal(card(i), 0);
    }
    return rows;
  }

  private static String card(int number) {
    return String.format(Locale.ROOT, "DISK%06d", number);
  }

  private static Press issueUntilRefused(TerminalRig rig) throws IOException, InterruptedException {
    for (int i = 0; i < VISITS_MAX; i++) {
      JsonNode visit = rig.scanCard(DESK, card(i));
      Press press = new Press(visit.path("id").asText(), visit.path("revision").asInt());
      UnixHttp.Reply reply = rig.desk(DESK).issue(press.visit(), press.revision());
      if (reply.status() != 200) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.text()).contains("urn:kaiku:problem:not-recorded");
        return press;
      }
    }
    throw new AssertionError("the disk did not get full");
  }

  private static void awaitJournal(TerminalRig rig, String state)
      throws IOException, InterruptedException {
    awaitStatus(rig, status -> status.path("journal").path("state").asText().equals(state));
  }

  private static void awaitNothingToPrint(TerminalRig rig)
      throws IOException, InterruptedException {
    awaitStatus(rig, status -> status.path("waitingTickets").asInt() == 0);
  }

  private static void awaitStatus(TerminalRig rig, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    try (FeedReader feed = rig.feed(DESK)) {
      feed.await(
          TerminalRig.PATIENCE,
          event -> TerminalRig.isState(event) && wanted.test(event.json().path("status")));
    }
  }
}
