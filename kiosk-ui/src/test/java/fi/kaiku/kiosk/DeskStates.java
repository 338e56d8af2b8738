package fi.kaiku.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * States of a station as the daemon would send them, each made from a plain one by what differs.
 */
final class DeskStates {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String GIVEN_ADMISSION = "0198a000-0000-7000-8000-0000000000b1";

  private DeskStates() {}

  static ObjectNode idle() {
    return (ObjectNode) new WebResource("/desk/station.json").json();
  }

  static ObjectNode withVisit(JsonNode visit) {
    return idle().set("visit", visit);
  }

  static ObjectNode ready() {
    return withVisit(visit());
  }

  /** A visit of its own scan: one good personal card with up to three children. */
  static ObjectNode visit() {
    ObjectNode visit = (ObjectNode) new WebResource("/desk/visit.json").json();
    visit.put("id", UUID.randomUUID().toString());
    visit.put("scanId", UUID.randomUUID().toString());
    return visit;
  }

  static ObjectNode refused(String code) {
    ObjectNode visit = visit().put("tone", "no").put("code", code).putNull("offer");
    card(visit, 0).put("tone", "no").put("code", code).put("childrenMax", 0);
    return withVisit(visit);
  }

  static ObjectNode missing(String need) {
    ObjectNode visit = visit().put("tone", "next").put("code", need);
    ((ObjectNode) visit.get("offer")).put("canIssue", false);
    return withVisit(visit);
  }

  static ObjectNode asked(String question) {
    ObjectNode visit = visit().put("tone", "mind").put("code", question);
    ((ObjectNode) visit.get("offer")).put("canIssue", false);
    visit.withArray("questions").addObject().put("code", question).put("confirmed", false);
    if (question.contains("USED") || question.equals("SECOND_EMPLOYEE")) {
      visit.set("uses", parse(USES));
    }
    return withVisit(visit);
  }

  /** A community card, two clients of whom one has an expired card, and two clients under 16. */
  static ObjectNode community() {
    ObjectNode visit = visit();
    ObjectNode employee = card(visit, 0);
    ObjectNode client = employee.deepCopy().put("ref", 1).put("tail", "M4D").put("children", 1);
    ObjectNode expired = employee.deepCopy().put("ref", 2).put("tail", "H2A").put("childrenMax", 0);
    employee.put("kind", "community").put("tail", "ZP9").put("childrenMax", 0);
    expired.put("tone", "no").put("code", "EXPIRED").put("validUntil", "2026-11-02");
    ((ArrayNode) visit.get("cards")).add(client).add(expired);
    ((ObjectNode) visit.get("offer"))
        .put("adults", 2)
        .put("children", 1)
        .put("clientsUnder16", 2)
        .put("assistants", 1)
        .put("tickets", 6);
    return withVisit(visit);
  }

  static ObjectNode suggesting() {
    ObjectNode station = refused("UNKNOWN_CARD");
    card((ObjectNode) station.get("visit"), 0)
        .put("typed", true)
        .put("kind", "unknown")
        .set("suggestions", parse("[\"AB0123O7KQ\", \"ABO123O7KQ\"]"));
    return station;
  }

  static ObjectNode noted(String... notes) {
    ObjectNode visit = visit();
    for (String note : notes) {
      visit.withArray("notes").add(note);
    }
    ObjectNode station = withVisit(visit);
    ((ObjectNode) station.get("event")).put("agentSale", true).put("serviceFeeCents", 250);
    return station;
  }

  /** A card used twice already, with all that a clerk may have to know besides. */
  static ObjectNode usedAndNoted() {
    ObjectNode station = asked("ALREADY_USED");
    ObjectNode visit = (ObjectNode) station.get("visit");
    visit.withArray("uses").addAll((ArrayNode) parse(USES));
    visit.withArray("notes").add("REGISTRY_STALE").add("TOO_FEW_PLACES");
    return station;
  }

  /** A customer served while a ticket is asked about, the printer stands, and a kiosk calls. */
  static ObjectNode servedUnderBars() {
    ObjectNode station = ready();
    station.withArray("questions").add(printQuestion("unknown").get("questions").get(0));
    station.set("status", parse(TROUBLES));
    station.withArray("calls").add(parse(STAFF_CALL));
    return station;
  }

  /** An event of an agent's with a fee and about as long a name as events have. */
  static ObjectNode longEvent() {
    ObjectNode station = noted("AGENT_SALE", "SERVICE_FEE");
    ObjectNode event = (ObjectNode) station.get("event");
    String name = "Kesäyön suuri juhlakonsertti ja tanssiaiset koko perheelle";
    event.withObject("/title").put("fi", name).put("sv", name).put("en", name);
    return station;
  }

  static ObjectNode given() {
    ObjectNode last = object(GIVEN);
    return idle().set("lastIssue", last.put("visitId", UUID.randomUUID().toString()));
  }

  /** Issued anew, and this many printed tickets are to come back. */
  static ObjectNode takingBack(int tickets) {
    ObjectNode station = given();
    station
        .withArray("takeBacks")
        .addObject()
        .put("id", GIVEN_ADMISSION)
        .put("tickets", tickets)
        .put("at", "2026-11-23T18:41:50+02:00");
    return station;
  }

  static ObjectNode notice(String code, String kind) {
    ObjectNode notice = object(NOTICE);
    notice.put("scanId", UUID.randomUUID().toString()).put("code", code).put("kind", kind);
    return idle().set("notice", notice);
  }

  static ObjectNode printQuestion(String state) {
    ObjectNode station = idle();
    ObjectNode question = object(QUESTION);
    station.withArray("questions").add(question.put("state", state));
    return station;
  }

  static ObjectNode clockInDoubt() {
    return withClockInDoubt(idle());
  }

  static ObjectNode withClockInDoubt(ObjectNode station) {
    station
        .withObject("/status/clock")
        .put("trusted", false)
        .putNull("source")
        .put("doubt", "WENT_BACK");
    return station;
  }

  /** Tickets on their way out of the printer. */
  static ObjectNode printing() {
    ObjectNode station = given();
    station.withObject("/status").put("waitingTickets", 2);
    return station;
  }

  /** One thing wrong: a part of the status as the daemon would send it. */
  static ObjectNode withStatus(String part, String json) {
    ObjectNode station = idle();
    ((ObjectNode) station.get("status")).set(part, parse(json));
    return station;
  }

  /** All that can be wrong at once, with tickets waiting. */
  static ObjectNode troubled() {
    ObjectNode station = given();
    station.set("status", parse(TROUBLES));
    return station;
  }

  /** Every scene of the stage, by a name for its picture. */
  static Map<String, JsonNode> scenes() {
    Map<String, JsonNode> scenes = new LinkedHashMap<>();
    scenes.put("idle", idle());
    scenes.put("ready", ready());
    scenes.put("community", community());
    scenes.put("suggesting", suggesting());
    scenes.put("noted", noted("AGENT_SALE", "SERVICE_FEE", "REPLACED_CARD"));
    scenes.put("served-under-bars", servedUnderBars());
    scenes.put("given", given());
    scenes.put("print-question", printQuestion("unknown"));
    scenes.put("print-failed", printQuestion("failed"));
    scenes.put("clock", clockInDoubt());
    scenes.put("clock-refusal", withClockInDoubt(refused("CLOCK_NOT_TRUSTED")));
    scenes.put("troubled", troubled());
    scenes.put("printing", printing());
    scenes.put("scanner-gone", withStatus("scanner", SCANNER_GONE));
    scenes.put("paper-out", withStatus("printer", PAPER_OUT));
    scenes.put("registry-old", withStatus("registry", REGISTRY_OLD));
    scenes.put("unsent", withStatus("uses", "{\"unsent\": 14}"));
    scenes.put("disk-full", withStatus("journal", "{\"state\": \"full\"}"));
    scenes.put("busy", notice("BUSY", null));
    scenes.put("not-a-card", notice("NOT_A_CARD", "PERSONAL_IDENTITY_CODE"));
    return scenes;
  }

  static ObjectNode card(ObjectNode visit, int ref) {
    return (ObjectNode) visit.get("cards").get(ref);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) parse(json);
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String USES =
      """
      [{"admissionId": "0198a000-0000-7000-8000-0000000000b1", "at": "2026-11-23T18:05:00+02:00",
        "place": "desk-2", "adults": 1, "children": 2, "printable": true}]
      """;

  private static final String STAFF_CALL =
      """
      {"id": "0198a000-0000-7000-8000-0000000000c1", "station": "kiosk-1", "why": "ASKED",
       "at": "2026-11-23T18:41:00+02:00"}
      """;

  private static final String GIVEN =
      """
      {"visitId": "", "admissionId": "0198a000-0000-7000-8000-0000000000b1", "tickets": 3, "takeBack": 0,
       "at": "2026-11-23T18:41:50+02:00", "undoUntil": "2026-11-23T18:42:20+02:00"}
      """;

  private static final String NOTICE =
      """
      {"scanId": "", "code": "", "kind": null, "length": 11, "at": "2026-11-23T18:42:00+02:00"}
      """;

  private static final String QUESTION =
      """
      {"jobId": "0198a000-0000-7000-8000-0000000000d1", "ticketNumber": "4F7-0031",
       "state": "unknown", "at": "2026-11-23T18:41:00+02:00",
       "eventTitle": {"fi": "Kesäyön konsertti", "sv": "Sommarnattskonsert", "en": "Concert"}}
      """;

  private static final String SCANNER_GONE =
      """
      {"state": "troubled", "code": "KAIKU-S04", "conditions": []}
      """;

  private static final String PAPER_OUT =
      """
      {"state": "troubled", "code": "KAIKU-P06", "conditions": ["paper-out"]}
      """;

  private static final String REGISTRY_OLD =
      """
      {"state": "stale", "fetchedAt": "2026-11-02T06:00:00+02:00"}
      """;

  private static final String TROUBLES =
      """
      {"scanner": {"state": "troubled", "code": "KAIKU-S04", "conditions": []},
       "printer": {"state": "troubled", "code": "KAIKU-P07",
                   "conditions": ["cover-open", "paper-low"]},
       "waitingTickets": 3,
       "registry": {"state": "missing", "fetchedAt": null},
       "events": {"state": "last-good", "readAt": "2026-11-21T06:00:00+02:00"},
       "uses": {"unsent": 14},
       "clock": {"trusted": true, "source": "clerk", "doubt": null},
       "journal": {"state": "recovered"}}
      """;
}
