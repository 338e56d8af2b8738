package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.FeedReader;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The walk of {@link TerminalDiskFullTest}, for a process whose data folder is a small file system
 * of its own. Ends with an error where the promise is broken.
 */
final class TerminalOnSmallDisk {
  /** The pages of the write-ahead log that are there already take this many visits, and more. */
  private static final int VISITS_MAX = 500;

  private static final String DESK = "desk-1";
  private static final String PRINTER = "tickets-1";

  private TerminalOnSmallDisk() {}

  private record Press(String visit, int revision) {}

  /**
   * Walks, and exits with 0 when the promise held.
   *
   * @param arguments the folder for configuration and sockets, and the small one for the data
   */
  public static void main(String[] arguments) throws Exception {
    SmallDiskFolder disk = new SmallDiskFolder(Path.of(arguments[1]));
    try (TerminalRig rig = new TerminalRig(Path.of(arguments[0]), disk.folder())) {
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
    System.exit(0);
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
