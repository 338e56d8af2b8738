package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.card.TicketNumber;
import fi.kaiku.terminal.store.Journal;
import fi.kaiku.terminal.store.JournalAudit;
import fi.kaiku.terminal.store.StoredVisits;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk finds in today's list, on the whole daemon: two uses of today, one of yesterday. */
class TodaySearchTest {
  private static final String DESK = "desk-1";
  private static final String ADULT = "SEARCHD7K9";
  private static final String ASSISTED = "SEARCHDXY8";

  @TempDir Path folder;

  private TerminalRig rig;
  private String yesterdays;
  private String concert;
  private String museum;
  private Set<String> yesterdaysTickets;
  private Set<String> concertTickets;

  @BeforeEach
  void start() throws Exception {
    rig = new TerminalRig(folder, folder.resolve("data"));
    LocalDate today = TerminalRig.today();
    rig.stop();
    yesterdays = issuedOn(today.minusDays(1)).toString();
    yesterdaysTickets = numbers();
    rig.replaceEvents(
        "yo,Yö Töölössä,Åskväder i Tölö,Night in Töölö,performance,%1$sT00:00,%1$sT23:59,,house,"
            .formatted(today),
        "naytos,Äänimuseo,Ljudmuseet,Sound museum,open,%1$sT00:00,%1$sT23:59,,house,"
            .formatted(today));
    rig.start();
    rig.importCards(TerminalRig.personal(ADULT, 0), TerminalRig.personal(ASSISTED, 0));
    concert = issue("yo", ASSISTED, 1);
    concertTickets = numbers();
    concertTickets.removeAll(yesterdaysTickets);
    museum = issue("naytos", ADULT, 0);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void partOfATitleInAnyLanguageAndCaseFinds() {
    for (String part : List.of("töölössä", "TÖÖLÖSSÄ", "yö ", "åsk", "ÅSKVÄDER I", "night IN")) {
      assertThat(found(part)).as(part).containsExactly(concert);
    }
    for (String part : List.of("ääni", "ÄÄNIMUSEO", "ljud", "Sound")) {
      assertThat(found(part)).as(part).containsExactly(museum);
    }
    assertThat(found("muse")).containsExactly(museum);
    assertThat(found("ö")).containsExactly(concert);
  }

  @Test
  void theLastThreeCharactersOfACardFind() {
    assertThat(found("xy8")).containsExactly(concert);
    assertThat(found("7K9")).containsExactly(museum);
    assertThat(found("DXY8")).isEmpty();
  }

  /** One of the two is the assistant's. */
  @Test
  void aTicketNumberFindsHoweverItIsWritten() {
    assertThat(concertTickets).hasSize(2);
    for (String number : concertTickets) {
      assertThat(found(number)).containsExactly(concert);
      assertThat(found(new TicketNumber(number).printed())).containsExactly(concert);
      assertThat(found(number.toLowerCase(Locale.ROOT))).containsExactly(concert);
    }
  }

  @Test
  void aTicketOfAnotherDayIsFoundByItsNumberOnly() {
    assertThat(yesterdaysTickets).hasSize(3);
    for (String number : yesterdaysTickets) {
      assertThat(found(number)).containsExactly(yesterdays);
    }
    assertThat(found("Iltakonsertti")).isEmpty();
    assertThat(found("")).containsExactly(museum, concert);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String query : List.of("ooppera", "toolossa", "X3H7-M9PQ-2K4T", "%", "_")) {
      assertThat(found(query)).as(query).isEmpty();
    }
  }

  private AdmissionId issuedOn(LocalDate day) {
    try (Journal journal = Journal.open(rig.data(), () -> StoredVisits.NOW)) {
      return new StoredVisits().issueOn(journal, day);
    }
  }

  private Set<String> numbers() throws SQLException {
    try (JournalAudit audit = new JournalAudit(rig.data().resolve("journal.db"))) {
      return new HashSet<>(audit.allNumbers());
    }
  }

  private String issue(String event, String card, int assistants)
      throws IOException, InterruptedException {
    DeskClient desk = rig.desk(DESK);
    desk.chooseEvent(event);
    assertThat(desk.choose(rig.scanCard(DESK, card), 0, assistants)).isTrue();
    JsonNode visit = desk.state().path("visit");
    DeskClient.json(desk.issue(visit.path("id").asText(), visit.path("revision").asInt()));
    return desk.today().path("rows").path(0).path("admissionId").asText();
  }

  private List<String> found(String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
    JsonNode today =
        DeskClient.json(rig.ui().get("/v1/stations/" + DESK + "/today?query=" + encoded));
    return StreamSupport.stream(today.path("rows").spliterator(), false)
        .map(row -> row.path("admissionId").asText())
        .toList();
  }
}
