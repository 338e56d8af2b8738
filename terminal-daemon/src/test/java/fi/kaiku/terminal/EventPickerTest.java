package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.DeskClient;
import fi.kaiku.terminal.api.FeedReader;
import fi.kaiku.terminal.api.UnixHttp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events a station offers, in what order, with how many places. */
class EventPickerTest {
  private static final String DESK = "desk-1";
  private static final String KIOSK = "lobby";
  private static final String FIRST_CARD = "PICKER0001";
  private static final String SECOND_CARD = "PICKER0002";

  @TempDir Path folder;

  private TerminalRig rig;
  private LocalDate today;

  @BeforeEach
  void start() throws IOException {
    rig = new TerminalRig(folder, folder.resolve("data"));
    rig.importCards(TerminalRig.personal(FIRST_CARD, 1), TerminalRig.personal(SECOND_CARD, 0));
    today = TerminalRig.today();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void todaysComeFirstThenByStartAndEndedOnesNotAtAll() throws Exception {
    restartWith(
        event("tomorrows", "performance", today.plusDays(1), today.plusDays(1), "7,house,"),
        event("tonights", "performance", today, today.plusDays(1), "5,house,"),
        event("ended", "performance", today.minusDays(1), today.minusDays(1), "5,house,"),
        event("long-open", "open", today.minusDays(30), today.plusDays(30), ",house,"),
        event("running-course", "course", today.minusDays(2), today.plusDays(60), ",house,"));
    issue("tonights", FIRST_CARD);

    assertThat(events(DESK))
        .extracting(
            event -> event.path("id").asText(),
            event -> event.path("placesLeft").asText(),
            event -> event.path("today").asBoolean())
        .containsExactly(
            tuple("long-open", "null", true),
            tuple("tonights", "4", true),
            tuple("running-course", "null", false),
            tuple("tomorrows", "7", false));
  }

  /** R23. */
  @Test
  void aKioskOffersNoEventWithAFee() throws IOException {
    restartWith(
        event("free", "performance", today, today.plusDays(1), ",house,"),
        event("own-fee", "performance", today, today.plusDays(1), ",house,0.01"),
        event("agents", "performance", today, today.plusDays(1), ",elsewhere,"),
        event("agents-fee", "performance", today, today.plusDays(1), ",elsewhere,2.50"));

    assertThat(ids(KIOSK)).containsExactly("agents", "free");
    assertThat(ids(DESK)).containsExactly("agents", "agents-fee", "free", "own-fee");
    for (String fee : List.of("own-fee", "agents-fee")) {
      assertThat(choose(KIOSK, fee).status()).isEqualTo(404);
      assertThat(choose(KIOSK, fee).text()).contains("urn:kaiku:problem:no-such-event");
      assertThat(choose(DESK, fee).status()).isEqualTo(200);
    }
    assertThat(rig.desk(KIOSK).state().path("event").isNull()).isTrue();
    assertThat(choose(KIOSK, "free").status()).isEqualTo(200);
  }

  /** R20: what is issued stays issued, and nothing more is. */
  @Test
  void aQuotaLoweredBelowWhatIsIssuedLeavesNoPlace() throws Exception {
    JsonNode visit = choosing(TerminalRig.CONCERT, FIRST_CARD);
    assertThat(rig.desk(DESK).choose(visit, 1, 0)).isTrue();
    press(rig.desk(DESK).state().path("visit"));

    try (FeedReader feed = rig.feed(DESK)) {
      rig.replaceEvents(event(TerminalRig.CONCERT, "performance", today, today, "1,house,"));
      feed.await(
          TerminalRig.PATIENCE,
          event ->
              TerminalRig.isState(event)
                  && event.json().path("event").path("placesLeft").asText().equals("0"));
    }
    assertThat(events(DESK).getFirst().path("placesLeft").asText()).isEqualTo("0");
    JsonNode refused = rig.scanCard(DESK, SECOND_CARD);
    assertThat(refused.path("code").asText()).isEqualTo("SOLD_OUT");
  }

  private void restartWith(String... rows) throws IOException {
    rig.stop();
    rig.replaceEvents(rows);
    rig.start();
  }

  /** From the first to the last minute of these days. */
  private static String event(
      String id, String kind, LocalDate first, LocalDate last, String quotaOrganiserFee) {
    return "%1$s,%1$s,,,%2$s,%3$sT00:00,%4$sT23:59,%5$s"
        .formatted(id, kind, first, last, quotaOrganiserFee);
  }

  private List<JsonNode> events(String station) {
    JsonNode list = DeskClient.json(rig.ui().get("/v1/stations/" + station + "/events"));
    return StreamSupport.stream(list.path("events").spliterator(), false).toList();
  }

  private List<String> ids(String station) {
    return events(station).stream().map(event -> event.path("id").asText()).toList();
  }

  private UnixHttp.Reply choose(String station, String event) {
    return rig.ui().post("/v1/stations/" + station + "/event", "{\"eventId\":\"" + event + "\"}");
  }

  private JsonNode choosing(String event, String card) throws Exception {
    rig.desk(DESK).chooseEvent(event);
    return rig.scanCard(DESK, card);
  }

  private void issue(String event, String card) throws Exception {
    press(choosing(event, card));
  }

  private void press(JsonNode visit) {
    DeskClient.json(
        rig.desk(DESK).issue(visit.path("id").asText(), visit.path("revision").asInt()));
  }
}
