package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The kiosk in a browser, behind the real kiosk server, before a daemon that does what a kiosk's
 * daemon does: chooses, judges, records, ends.
 */
final class OpenKiosk implements AutoCloseable {
  private static final long APART_MS = 520;

  private final Path folder;
  private final RunningKiosk kiosk;
  final Page page;
  private long lastPress;
  ScriptedDaemon daemon;
  final List<String> errors = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();

  OpenKiosk(Path folder, Page page) throws IOException {
    this.folder = folder;
    this.page = page;
    this.daemon = daemon();
    this.kiosk = new RunningKiosk(folder, KioskOptions.DemoPanel.HIDDEN);
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(
        "http://127.0.0.1:" + kiosk.port() + "/open?station=kiosk-1&token=" + kiosk.token());
    page.waitForURL("**/kiosk");
    shows("attract");
  }

  private ScriptedDaemon daemon() throws IOException {
    ScriptedDaemon made = new ScriptedDaemon(folder.resolve("daemon.sock"), KioskStates.idle());
    made.on("/events", call -> ScriptedDaemon.Answer.ok(KioskStates.events()));
    made.on("/event", call -> answered(made, KioskStates.ready(made.shown())));
    made.on("/visit/cancel", call -> answered(made, KioskStates.idle()));
    made.on("/visit/choices", call -> answered(made, chosen(made, call.body())));
    made.on("/visit/issue", call -> issue(made));
    made.on(
        "/staff-calls",
        call ->
            ScriptedDaemon.Answer.ok(
                KioskStates.idle().objectNode().put("callId", KioskStates.newId())));
    return made;
  }

  private static ScriptedDaemon.Answer answered(ScriptedDaemon daemon, JsonNode state) {
    daemon.show(state);
    return ScriptedDaemon.Answer.ok(state);
  }

  private static JsonNode chosen(ScriptedDaemon daemon, JsonNode choices) {
    ObjectNode state = daemon.copy();
    ObjectNode visit = (ObjectNode) state.get("visit");
    visit.put("revision", visit.get("revision").asInt() + 1);
    int children = 0;
    for (JsonNode chosen : choices.get("children")) {
      children += chosen.get("count").asInt();
      DeskStates.card(visit, chosen.get("ref").asInt())
          .put("children", chosen.get("count").asInt());
    }
    int assistants = choices.get("assistants").asInt();
    int clients = choices.get("clientsUnder16").asInt();
    visit
        .withObject("/offer")
        .put("children", children)
        .put("assistants", assistants)
        .put("clientsUnder16", clients)
        .put("tickets", 1 + children + assistants + clients);
    return state;
  }

  private static ScriptedDaemon.Answer issue(ScriptedDaemon daemon) {
    JsonNode visit = daemon.shown();
    int tickets = visit.at("/visit/offer/tickets").asInt();
    daemon.show(KioskStates.issued(visit, tickets));
    return ScriptedDaemon.Answer.ok(
        KioskStates.idle()
            .objectNode()
            .put("visitId", visit.at("/visit/id").asText())
            .put("tickets", tickets));
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  /** The screen of this name is up. */
  void shows(String screen) {
    assertThat(find(".kiosk[data-screen=" + screen + "]")).isVisible();
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  /** Touches a button; long enough after the last one to count. */
  void touch(String name) {
    Locator button = find("[data-press='" + name + "']:visible");
    assertThat(button).isVisible();
    apart();
    button.click();
    pressedJustNow();
  }

  /** Two presses within half a second are one. */
  void apart() {
    long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastPress);
    page.waitForTimeout((double) Math.max(0, APART_MS - passed));
  }

  void pressedJustNow() {
    lastPress = System.nanoTime();
  }

  /** Reads a card and goes to the list of events. */
  JsonNode scan() {
    ObjectNode card = KioskStates.card();
    daemon.show(card);
    shows("event");
    return card;
  }

  void toWho() {
    scan();
    touch("event-" + KioskStates.CONCERT);
    shows("who");
  }

  void toConfirm() {
    toWho();
    touch("next");
    shows("confirm");
  }

  void toPrinting() {
    toConfirm();
    touch("next");
    shows("printing");
  }

  /** All tickets have come out. */
  void paperIsOut() {
    ObjectNode state = daemon.copy();
    state.withObject("/status").put("waitingTickets", 0);
    daemon.show(state);
  }

  void loseDaemon() {
    daemon.close();
  }

  void findDaemon() throws IOException {
    daemon = daemon();
  }

  @Override
  public void close() {
    page.context().close();
    kiosk.close();
    daemon.close();
  }
}
