package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fi.kaiku.terminal.api.Contract;
import fi.kaiku.terminal.api.FeedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each operation of openapi.yaml, called on the real terminal, answers as the document says. */
class ApiContractTest {
  private static final String STATION = "/v1/stations/{station}";
  private static final String NOBODY = "0192f0c1-ffff-7000-8000-00000000000f";
  private static final String DESK_1 = "desk-1";
  private static final String DESK_2 = "desk-2";

  @TempDir Path folder;

  private TerminalRig rig;
  private ApiWalk ui;
  private ApiWalk admin;

  @BeforeEach
  void start() throws IOException {
    rig = new TerminalRig(folder, folder.resolve("data"));
    rig.importCards(
        TerminalRig.personal("WALKAAA001", 2),
        TerminalRig.personal("WALKAAA002", 0),
        TerminalRig.personal("WALKAAA003", 0),
        TerminalRig.personal("WALKAAA004", 0));
    ui = new ApiWalk(rig.ui(), "ui");
    admin = new ApiWalk(rig.admin(), "admin");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void everyOperationOfTheUiSocketAnswersAsDescribed() throws Exception {
    ui.succeeds("GET /v1/terminal", "");
    ui.succeeds("GET /openapi.yaml", "");
    ui.succeeds("GET /health/live", "");
    ui.succeeds("GET /health/ready", "");
    followTheFeed();
    ui.succeeds("GET " + STATION, "", DESK_1);
    ui.succeeds("GET " + STATION + "/events", "", DESK_1);
    ui.succeeds("POST " + STATION + "/clock", clockNow(), DESK_1);
    for (String desk : new String[] {DESK_1, DESK_2}) {
      ui.succeeds("POST " + STATION + "/event", "{\"eventId\":\"concert\"}", desk);
    }
    issueAndTakeBack();
    dealWithUsedCards();
    ui.succeeds("POST " + STATION + "/visit/cancel", ref(typed(DESK_1, "WALKAAA004")), DESK_1);
    ui.succeeds("POST " + STATION + "/notice/dismiss", "{}", DESK_1);
    useTheDemosBench();
    loseATicket();
    callStaff();

    assertThat(ui.notWalked()).isEmpty();
  }

  @Test
  void everyOperationOfTheAdminSocketAnswersAsDescribed() {
    admin.succeeds("GET /openapi.yaml", "");
    admin.succeeds("GET /health/live", "");
    admin.succeeds("GET /health/ready", "");
    admin.succeeds("GET /v1/devices", "");
    admin.succeeds("POST /v1/registry/import", "card_id,kind\n");
    admin.succeeds("POST /v1/agent-reports", "row_id,card_id\n");
    admin.succeeds("POST /v1/devices/{device}/test-print", "", "tickets-1");
    admin.succeeds("GET /v1/hub", "");
    admin.fails("no-such-path", 404, "POST /v1/hub/enrolment", "");
    admin.fails("no-such-path", 404, "POST /v1/hub/dead-letters/send-again", "");
    admin.fails("no-such-path", 404, "POST /v1/registry/check", "");
    admin.walkedElsewhere("POST /v1/hub/enrolment");
    admin.walkedElsewhere("POST /v1/hub/dead-letters/send-again");
    admin.walkedElsewhere("POST /v1/registry/check");
    // Waits a minute for a person with a sheet of paper; a wire sample holds what it answers.
    admin.walkedElsewhere("POST /v1/devices/find-scanner");

    assertThat(admin.notWalked()).isEmpty();
  }

  @Test
  void anAgentsListIsTakenInAndSaysWhatItLeftOut() {
    String today = LocalDate.now(ZoneId.of("Europe/Helsinki")).toString();
    String list =
        """
        row_id,card_id,event_id,sold_on,adults,children
        a-1,WALKAAA001,concert,%1$s,1,3
        a-2,WALKAAA002,opera,%1$s,1,0
        """
            .formatted(today);
    String badRow =
        "{\"state\":\"bad-row\",\"line\":3,\"column\":\"event_id\","
            + "\"reason\":\"no such event in the event list\"}\n";
    String doubt =
        "{\"state\":\"entered-with-doubt\",\"doubt\":\"more-children\",\"line\":2,\"tail\":\"001\","
            + "\"words\":{\"fi\":\"lapsia on enemmän kuin rekisterissä (2)\","
            + "\"sv\":\"det är fler barn än i registret (2)\","
            + "\"en\":\"there are more children than in the registry (2)\"}}\n";
    assertThat(rig.admin().post("/v1/agent-reports", list).text())
        .isEqualTo(
            doubt
                + badRow
                + "{\"state\":\"done\",\"entered\":1,\"alreadyEntered\":0,"
                + "\"alreadyUsed\":0,\"badRows\":1}\n");
    JsonNode rows = ui.succeeds("GET " + STATION + "/today", "", DESK_1).path("rows");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).path("station").asText()).isEqualTo("agent-report");
    assertThat(rows.get(0).path("print").asText()).isEqualTo("none");
  }

  @Test
  void problemsAreAsDescribed() throws Exception {
    ui.fails("no-such-station", 404, "GET " + STATION, "", "desk-9");
    ui.fails("no-such-event", 404, "POST " + STATION + "/event", "{\"eventId\":\"x\"}", DESK_1);
    ui.fails("bad-request", 400, "POST " + STATION + "/event", "{}", DESK_1);
    ui.fails("bad-request", 400, "POST " + STATION + "/typed", "{", DESK_1);
    ui.fails("body-too-large", 413, "POST " + STATION + "/typed", "{" + " ".repeat(66_000), DESK_1);
    ui.fails("bad-request", 400, "POST " + STATION + "/clock", "{\"localTime\":\"noon\"}", DESK_1);
    JsonNode visit = typed(DESK_1, "WALKAAA001");
    ui.fails("not-issuable", 409, "POST " + STATION + "/visit/issue", ref(visit), DESK_1);
    ui.fails("not-issuable", 409, "POST " + STATION + "/visit/replace", ref(visit), DESK_1);
    String other = "{\"visitId\":\"" + NOBODY + "\",\"revision\":0}";
    for (String button : new String[] {"issue", "replace"}) {
      ui.fails("visit-changed", 409, "POST " + STATION + "/visit/" + button, other, DESK_1);
    }
    String admission = STATION + "/admissions/{admission}/";
    for (String act : new String[] {"undo", "void", "reprint"}) {
      ui.fails("no-such-admission", 404, "POST " + admission + act, "{}", DESK_1, NOBODY);
      ui.fails("bad-request", 400, "POST " + admission + act, "{}", DESK_1, "me");
    }
    ui.fails(
        "no-such-job",
        404,
        "POST " + STATION + "/print-jobs/{job}/answer",
        "{\"cameOut\":true}",
        DESK_1,
        NOBODY);
    ui.fails("not-virtual", 404, "POST /v1/demo/scan", "{\"scanner\":\"none\",\"text\":\"x\"}");
    ui.fails("not-virtual", 404, "GET /v1/demo/printers/{printer}", "", "none");
    ui.fails(
        "no-such-ticket",
        404,
        "GET /v1/demo/printers/{printer}/tickets/{number}.png",
        "",
        "tickets-1",
        "99");
  }

  private void followTheFeed() throws Exception {
    try (FeedReader feed = rig.feed(DESK_1)) {
      JsonNode state = feed.await(TerminalRig.PATIENCE, TerminalRig::isState).json();
      assertThat(Contract.read().problems("Station", state)).isEmpty();
    }
    ui.walkedElsewhere("GET " + STATION + "/feed");
  }

  private void callStaff() {
    JsonNode none =
        ui.succeeds(
            "POST " + STATION + "/visit/print-again", "{\"visitId\":\"" + NOBODY + "\"}", "lobby");
    assertThat(none.path("tickets").asInt()).isZero();
    String calls = STATION + "/staff-calls";
    String call = ui.succeeds("POST " + calls, "{}", "lobby").path("callId").asText();
    JsonNode asked = ui.succeeds("GET " + STATION, "", DESK_1).at("/calls/0");
    assertThat(asked.path("id").asText()).isEqualTo(call);
    assertThat(asked.path("why").asText()).isEqualTo("ASKED");
    ui.succeeds("POST " + calls + "/{call}/acknowledge", "{}", DESK_1, call);
    assertThat(ui.succeeds("GET " + STATION, "", DESK_1).path("calls")).isEmpty();
    JsonNode answered = ui.succeeds("GET " + STATION, "", "lobby").at("/calls/0");
    assertThat(answered.path("acknowledged").asBoolean()).isTrue();
    assertThat(answered.path("why").isNull()).isTrue();
  }

  private void issueAndTakeBack() throws Exception {
    JsonNode visit = typed(DESK_1, "WALKAAA001");
    JsonNode chosen =
        ui.succeeds(
                "POST " + STATION + "/visit/choices",
                "{"
                    + refFields(visit)
                    + ",\"children\":[{\"ref\":0,\"count\":2}],\"clientsUnder16\":0,"
                    + "\"assistants\":1,\"interpreters\":0,\"confirmed\":[]}",
                DESK_1)
            .path("visit");
    String admission = issue(DESK_1, chosen);
    String path = "POST " + STATION + "/admissions/{admission}/";
    ui.succeeds(path + "assistants", "{\"assistants\":0,\"interpreters\":1}", DESK_1, admission);
    JsonNode today = ui.succeeds("GET " + STATION + "/today", "", DESK_1);
    assertThat(today.at("/totals/tickets").asInt()).isEqualTo(5);
    awaitState(DESK_1, state -> state.at("/status/waitingTickets").asInt() == 0);
    ui.succeeds(path + "reprint", "{}", DESK_1, admission);
    ui.succeeds(path + "undo", "{}", DESK_1, admission);
    JsonNode takeBack = ui.succeeds("GET " + STATION, "", DESK_1).at("/takeBacks/0");
    assertThat(takeBack.path("tickets").asInt()).isEqualTo(5);
    String done = "POST " + STATION + "/take-backs/{act}/done";
    String act = takeBack.path("id").asText();
    assertThat(ui.succeeds(done, "{}", DESK_1, act).path("takeBacks")).isEmpty();
    ui.succeeds(path + "undo", "{}", DESK_1, admission);
    assertThat(ui.succeeds("GET " + STATION, "", DESK_1).path("takeBacks")).isEmpty();
    String other = issue(DESK_1, typed(DESK_1, "WALKAAA002"));
    ui.succeeds(path + "void", "{}", DESK_1, other);
  }

  private void dealWithUsedCards() throws Exception {
    issue(DESK_1, typed(DESK_1, "WALKAAA003"));
    JsonNode again = typed(DESK_2, "WALKAAA003");
    assertThat(again.path("code").asText()).isEqualTo("ALREADY_USED");
    awaitState(DESK_1, state -> state.at("/status/waitingTickets").asInt() == 0);
    String replace = "POST " + STATION + "/visit/replace";
    ui.succeeds(replace, ref(again), DESK_2);
    // The answer may have been lost: the state and a repeat say it too.
    JsonNode state = ui.succeeds("GET " + STATION, "", DESK_2);
    assertThat(state.at("/lastIssue/takeBack").asInt()).isEqualTo(1);
    assertThat(state.at("/takeBacks/0/tickets").asInt()).isEqualTo(1);
    assertThat(ui.succeeds(replace, ref(again), DESK_2).path("takeBack").asInt()).isEqualTo(1);
    issue(DESK_1, typed(DESK_1, "WALKAAA002"));
    ui.succeeds("POST " + STATION + "/visit/let-in", ref(typed(DESK_2, "WALKAAA002")), DESK_2);
  }

  private void useTheDemosBench() throws Exception {
    ui.succeeds("GET /v1/demo/cards", "");
    ui.succeeds("POST /v1/demo/scan", "{\"scanner\":\"lobby\",\"text\":\"WALKAAA004\"}");
    String printer = "/v1/demo/printers/{printer}";
    awaitState(DESK_1, state -> state.at("/status/waitingTickets").asInt() == 0);
    ui.succeeds("GET " + printer, "", "tickets-1");
    ui.succeeds("GET " + printer + "/tickets/{number}.png", "", "tickets-1", "1");
    ui.succeeds("POST " + printer, "{\"conditions\":[\"dies-mid-job\"]}", "tickets-1");
  }

  /** The printer dies in the middle of a ticket, and the clerk is asked. */
  private void loseATicket() throws Exception {
    issue(DESK_1, typed(DESK_1, "WALKAAA004"));
    String job =
        awaitState(DESK_1, state -> !state.path("questions").isEmpty())
            .at("/questions/0/jobId")
            .asText();
    ui.succeeds("POST " + STATION + "/print-jobs/{job}/answer", "{\"cameOut\":true}", DESK_1, job);
  }

  private JsonNode awaitState(String station, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    try (FeedReader feed = rig.feed(station)) {
      return feed.await(
              TerminalRig.PATIENCE,
              event -> TerminalRig.isState(event) && wanted.test(event.json()))
          .json();
    }
  }

  private JsonNode typed(String station, String id) {
    return ui.succeeds("POST " + STATION + "/typed", "{\"text\":\"" + id + "\"}", station)
        .path("visit");
  }

  private String issue(String station, JsonNode visit) {
    JsonNode issued = ui.succeeds("POST " + STATION + "/visit/issue", ref(visit), station);
    return UUID.fromString(issued.at("/admissionIds/0").asText()).toString();
  }

  private static String ref(JsonNode visit) {
    return "{" + refFields(visit) + "}";
  }

  private static String refFields(JsonNode visit) {
    return "\"visitId\":" + visit.path("id") + ",\"revision\":" + visit.path("revision");
  }

  private static String clockNow() {
    LocalDateTime now =
        LocalDateTime.now(ZoneId.of("Europe/Helsinki")).truncatedTo(ChronoUnit.MINUTES);
    return "{\"localTime\":\"" + now + "\"}";
  }
}
