package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.FeedReader;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R3, R28: after a session with all sorts of scans and mistakes, neither a card's id nor anything
 * of what was no card stands in a file, a log line, a feed or an error. Only the desk's page is
 * shown the ids that an unknown one looks like, and here it looks like none.
 */
class PrivacyTest {
  private static final String SCANNED = "SCANNED7K9";
  private static final String TYPED = "TYPEDXY8M4";
  private static final String UNKNOWN = "STRANGE4WZ";
  private static final String IN_ERRORS = "MISTAKE3HN";
  private static final String LAST = "LASTCARD77";
  private static final List<String> CARDS = List.of(SCANNED, TYPED, UNKNOWN, IN_ERRORS, LAST);

  /** With the words that must not be found again. */
  private static final Map<String, String> NO_CARDS =
      Map.of(
          "https://example.org/oma/salainen-osoite",
          "salainen",
          "131052-308T",
          "308T",
          "010101A123N",
          "123N",
          "6416453061439",
          "6416453061439",
          "X3H7-M9PQ-2K4T",
          "2K4T",
          "nimi\u0002matti\u001dmeikalainen",
          "meikalainen",
          "pitkateksti".repeat(360),
          "pitkateksti",
          "etunimi sukunimi",
          "sukunimi");

  @TempDir Path folder;

  private final List<String> answers = new ArrayList<>();
  private CapturedLog log;
  private TerminalRig rig;

  @BeforeEach
  void start() throws IOException {
    log = new CapturedLog();
    rig = new TerminalRig(folder, folder.resolve("data"));
    rig.importCards(
        TerminalRig.personal(SCANNED, 2),
        TerminalRig.personal(TYPED, 0),
        TerminalRig.personal(LAST, 0));
  }

  @AfterEach
  void close() {
    rig.close();
    log.close();
  }

  @Test
  void nothingOfACardOrOfWhatIsNoCardIsKeptOrTold() throws Exception {
    List<String> feed = new ArrayList<>();
    try (FeedReader desk = rig.feed("desk-1")) {
      useCards();
      scanWhatIsNoCard();
      makeMistakes();
      rig.scanCard("desk-1", LAST);
      desk.await(
          TerminalRig.PATIENCE,
          event -> {
            feed.add(event.data());
            return event.data().contains(LAST.substring(7));
          });
    }
    assertThatNothingIsIn("the feed", String.join("\n", feed));
    assertThatNothingIsIn("the answers", String.join("\n", answers));
    assertThatNothingIsInFiles();
    rig.stop();
    assertThatNothingIsInFiles();
    assertThatNothingIsIn("the log", log.text());
  }

  /** Scanned, typed, unknown, at a kiosk; issued, printed again, taken back. */
  private void useCards() throws IOException, InterruptedException {
    rig.desk("desk-1").chooseEvent(TerminalRig.CONCERT);
    rig.desk("desk-2").chooseEvent(TerminalRig.MUSEUM);
    String admission = issue("desk-1", rig.scanCard("desk-1", SCANNED));
    rig.scanCard("lobby", SCANNED);
    JsonNode typed = post("desk-2", "/typed", "{\"text\":\"" + TYPED + "\"}").path("visit");
    issue("desk-2", typed);
    post("desk-2", "/typed", "{\"text\":\"" + UNKNOWN + "\"}");
    rig.scanCard("desk-1", UNKNOWN);
    keep(rig.ui().get("/v1/stations/desk-1/today?query=" + SCANNED.substring(7)));
    keep(
        rig.ui()
            .send(
                "POST",
                "/v1/stations/desk-1/admissions/" + admission + "/reprint",
                Map.of("Idempotency-Key", "0192f0c1-aaaa-7000-8000-000000000001"),
                new byte[0]));
    keep(rig.desk("desk-1").undo(admission));
  }

  private String issue(String station, JsonNode visit) {
    UnixHttp.Reply reply =
        rig.desk(station).issue(visit.path("id").asText(), visit.path("revision").asInt());
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    keep(reply);
    return DeskClient.parse(reply).path("admissionIds").path(0).asText();
  }

  private void scanWhatIsNoCard() throws IOException, InterruptedException {
    for (String text : NO_CARDS.keySet()) {
      rig.scan("desk-1", text, state -> state.path("notice").isObject());
      post("desk-1", "/notice/dismiss", "{}");
      rig.scan("lobby", text, state -> state.path("notice").isObject());
      post("lobby", "/notice/dismiss", "{}");
    }
    post("desk-2", "/typed", "{\"text\":\"131052-308T\"}");
  }

  private void makeMistakes() {
    for (String body :
        List.of(
            "{\"text\":\"" + IN_ERRORS + "\"",
            "\"" + IN_ERRORS + "\"",
            "{\"text\":[\"" + IN_ERRORS + "\"]}",
            "{\"text\":\"" + IN_ERRORS.repeat(10) + "\"}")) {
      keep(rig.ui().post("/v1/stations/desk-1/typed", body));
    }
    keep(rig.ui().post("/v1/stations/desk-1/event", "{\"eventId\":\"" + IN_ERRORS + "\"}"));
    keep(rig.ui().post("/v1/stations/desk-1/clock", "{\"localTime\":\"" + IN_ERRORS + "\"}"));
    keep(
        rig.ui()
            .post(
                "/v1/stations/desk-1/visit/issue",
                "{\"visitId\":\"" + IN_ERRORS + "\",\"revision\":1}"));
    keep(rig.ui().get("/v1/stations/" + IN_ERRORS));
    keep(rig.ui().get("/v1/nowhere/" + IN_ERRORS));
    keep(rig.ui().get("/v1/stations/desk-1/today?query=" + IN_ERRORS.repeat(7)));
    keep(rig.ui().post("/v1/stations/desk-1/admissions/" + IN_ERRORS + "/undo", "{}"));
    keep(rig.ui().send("GET", "/ HTTP/9.9\r\nX: " + IN_ERRORS, Map.of(), new byte[0]));
    answers.add(
        rig.importCards(
            "personal," + IN_ERRORS + ",2020-01-01,2099-12-31,active,0",
            IN_ERRORS + "," + IN_ERRORS + "," + IN_ERRORS + ",2099-12-31,active,0",
            "131052-308T,personal,2020-01-01,2099-12-31,active,0",
            TerminalRig.personal(LAST, 0)));
    answers.add(
        rig.admin()
            .send(
                "POST",
                "/v1/registry/import?force=" + IN_ERRORS,
                Map.of(),
                IN_ERRORS.getBytes(StandardCharsets.US_ASCII))
            .text());
  }

  private JsonNode post(String station, String path, String json) {
    UnixHttp.Reply reply = rig.ui().post("/v1/stations/" + station + path, json);
    keep(reply);
    return DeskClient.json(reply);
  }

  private void keep(UnixHttp.Reply reply) {
    answers.add(reply.text());
  }

  private void assertThatNothingIsInFiles() throws IOException {
    try (Stream<Path> files = Files.walk(rig.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThatNothingIsIn(
            file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertThatNothingIsIn(String where, String text) {
    String upperCase = text.toUpperCase(Locale.ROOT);
    Stream.concat(CARDS.stream(), NO_CARDS.values().stream())
        .forEach(
            secret ->
                assertThat(upperCase.contains(secret.toUpperCase(Locale.ROOT)))
                    .as("%s in %s", secret, where)
                    .isFalse());
  }

  /** The terminal's own look at its start, as after weeks in a cupboard. */
  @Test
  void aCardWhoseTimeIsOverIsForgottenAtTheNextStart() throws Exception {
    rig.desk("desk-1").chooseEvent(TerminalRig.MUSEUM);
    issue("desk-1", rig.scanCard("desk-1", SCANNED));
    assertThat(tailToday()).isEqualTo(SCANNED.substring(7));
    rig.stop();
    letTheTimeOfAllCardsCome();
    rig.start();

    long deadline = System.nanoTime() + TerminalRig.PATIENCE.toNanos();
    while (!tailToday().isEmpty()) {
      assertThat(System.nanoTime()).as("the card is still known").isLessThan(deadline);
    }
    assertThat(
            DeskClient.json(rig.ui().get("/v1/stations/desk-1/today")).at("/totals/adults").asInt())
        .isEqualTo(1);
  }

  private String tailToday() {
    return rig.desk("desk-1").today().at("/rows/0/tail").asText();
  }

  private void letTheTimeOfAllCardsCome() throws SQLException {
    try (Connection journal =
            DriverManager.getConnection("jdbc:sqlite:" + rig.data().resolve("journal.db"));
        Statement statement = journal.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE card_use SET erase_after = 0")).isEqualTo(1);
    }
  }
}
