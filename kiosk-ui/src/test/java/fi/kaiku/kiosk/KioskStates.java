package fi.kaiku.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** States of a kiosk station as the daemon would send them, made from the desk's plain ones. */
final class KioskStates {
  static final String CONCERT = "konsertti";

  private KioskStates() {}

  static ObjectNode idle() {
    return DeskStates.idle().put("station", "kiosk-1").put("kind", "kiosk").putNull("event");
  }

  /** A card was read, no event is chosen. */
  static ObjectNode card() {
    ObjectNode visit = DeskStates.visit().put("tone", "next").put("code", "CHOOSE_EVENT");
    ((ObjectNode) visit.get("offer")).put("canIssue", false);
    return idle().set("visit", visit);
  }

  /** The same visit with its event. */
  static ObjectNode ready(JsonNode card) {
    ObjectNode state = card.deepCopy();
    ObjectNode visit = (ObjectNode) state.get("visit");
    visit.put("tone", "yes").put("code", "READY").put("revision", 2);
    ((ObjectNode) visit.get("offer")).put("canIssue", true);
    state.set("event", event(CONCERT, "performance", "2026-11-23T19:00:00+02:00", "today"));
    return state;
  }

  static ObjectNode refused() {
    ObjectNode state = card();
    ObjectNode visit = (ObjectNode) state.get("visit");
    visit.put("tone", "no").put("code", "ASK_STAFF").putNull("offer");
    return state;
  }

  /** The visit was issued; so many tickets still wait for the printer. */
  static ObjectNode issued(JsonNode visit, int waiting) {
    ObjectNode state = idle();
    ObjectNode last = DeskStates.given().withObject("/lastIssue");
    state.set("lastIssue", last.put("visitId", visit.at("/visit/id").asText()));
    state.withObject("/status").put("waitingTickets", waiting);
    return state;
  }

  static ObjectNode troubled(ObjectNode state) {
    state.withObject("/status/printer").put("state", "troubled").put("code", "KAIKU-P06");
    return state;
  }

  static ObjectNode asking(ObjectNode state, String jobState) {
    ObjectNode question = (ObjectNode) DeskStates.printQuestion(jobState).at("/questions/0");
    state.withArray("questions").add(question);
    return state;
  }

  static ObjectNode unread() {
    ObjectNode state = idle();
    state.set("notice", DeskStates.notice("NOT_A_CARD", "WEB_ADDRESS").get("notice"));
    return state;
  }

  /** The kiosk's own call, answered by a clerk or not. */
  static ObjectNode called(ObjectNode state, String id, boolean acknowledged) {
    state
        .withArray("calls")
        .addObject()
        .put("id", id)
        .put("station", "kiosk-1")
        .putNull("why")
        .put("at", "2026-11-23T18:42:00+02:00")
        .put("acknowledged", acknowledged);
    return state;
  }

  static ObjectNode community() {
    ObjectNode state = ready(card());
    ObjectNode visit = (ObjectNode) state.get("visit");
    ObjectNode employee = DeskStates.card(visit, 0);
    ObjectNode client = employee.deepCopy().put("ref", 1).put("childrenMax", 2);
    ObjectNode aside = employee.deepCopy().put("ref", 2).put("tone", "no").put("code", "ASK_STAFF");
    employee.put("kind", "community").put("childrenMax", 0);
    ((ArrayNode) visit.get("cards")).add(client).add(aside.put("childrenMax", 0));
    return state;
  }

  /** Three today, two later. */
  static ObjectNode events() {
    ObjectNode answer = DeskStates.idle().objectNode();
    answer
        .putArray("events")
        .add(event(CONCERT, "performance", "2026-11-23T19:00:00+02:00", "today"))
        .add(event("tanssi", "performance", "2026-11-23T19:30:00+02:00", "today"))
        .add(event("valo", "open", "2026-11-23T10:00:00+02:00", "today"))
        .add(event("kurssi", "course", "2026-11-26T17:00:00+02:00", "later"))
        .add(event("kausi", "pass", "2026-12-01T10:00:00+02:00", "later"));
    return answer;
  }

  /** As many on one day. */
  static ObjectNode manyEvents(int count) {
    ObjectNode answer = DeskStates.idle().objectNode();
    ArrayNode events = answer.putArray("events");
    for (int n = 0; n < count; n++) {
      events.add(event("e" + n, "performance", "2026-11-23T19:00:00+02:00", "today"));
    }
    return answer;
  }

  static ObjectNode oneEvent() {
    ObjectNode answer = events();
    ArrayNode events = answer.withArray("events");
    while (events.size() > 1) {
      events.remove(1);
    }
    return answer;
  }

  private static ObjectNode event(String id, String kind, String start, String when) {
    ObjectNode event = (ObjectNode) DeskStates.idle().get("event");
    event.put("id", id).put("kind", kind).put("startsAt", start);
    event.put("endsAt", start.replace("T19", "T21").replace("T10", "T21").replace("T17", "T20"));
    List<String> names = NAMES.getOrDefault(id, NAMES.get(CONCERT));
    event
        .withObject("/title")
        .put("fi", names.get(0))
        .put("sv", names.get(1))
        .put("en", names.get(2));
    return event.put("today", when.equals("today"));
  }

  private static final Map<String, List<String>> NAMES =
      Map.of(
          CONCERT,
          List.of("Kesäyön konsertti", "Sommarnattens konsert", "Summer night concert"),
          "tanssi",
          List.of("Tanssin tilat", "Dansens rum", "Rooms of dance"),
          "valo",
          List.of("Näyttely: Järven valo", "Utställning: Sjöns ljus", "Exhibition: Lake light"),
          "kurssi",
          List.of("Öljyväri tutuksi", "Oljefärg för nybörjare", "Oil painting"),
          "kausi",
          List.of("Talven uintikausi", "Vinterns simsäsong", "Winter swimming season"));

  static String newId() {
    return UUID.randomUUID().toString();
  }
}
