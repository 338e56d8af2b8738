package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer at the desk: from the scan to the tickets, by touch and by keyboard. */
class DeskVisitTest {
  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  @Test
  void aScanShowsWhatTheCardGivesAndIssuesNothing() {
    desk.show(DeskStates.ready(), "[data-verdict][data-tone=yes]");

    assertThat(desk.find("h1")).hasText("Kortti kelpaa");
    assertThat(desk.find("[data-issue]")).containsText("Anna 1 lippu");
    assertThat(desk.daemon.calls("/visit/issue")).isEmpty();
  }

  @Test
  void aSecondPressWhileTheFirstIsOnItsWayIsHarmless() {
    CountDownLatch release = new CountDownLatch(1);
    desk.daemon.on("/visit/issue", call -> held(release, desk.daemon.shown()));
    desk.show(DeskStates.ready(), "[data-issue]");

    desk.find("[data-issue]").click();
    assertThat(desk.find("[data-issue]")).isDisabled();
    desk.press("Enter");
    desk.find("[data-issue]").dispatchEvent("click");
    release.countDown();
    desk.show(DeskStates.given(), "[data-given]");

    assertThat(desk.daemon.calls("/visit/issue")).hasSize(1);
  }

  @Test
  void nothingIsGivenOnTheScreenBeforeTheDaemonShowsIt() {
    ObjectNode ready = DeskStates.ready();
    desk.show(ready, "[data-issue]");

    desk.page.waitForResponse("**/visit/issue", () -> desk.find("[data-issue]").click());
    desk.awaitPaint();
    assertThat(desk.find("[data-verdict]")).isVisible();
    assertThat(desk.find("[data-given]")).hasCount(0);

    JsonNode press = desk.daemon.calls("/visit/issue").getFirst().body();
    assertThat(press.get("visitId")).isEqualTo(ready.at("/visit/id"));
    assertThat(press.get("revision")).isEqualTo(ready.at("/visit/revision"));
    desk.show(DeskStates.given(), "[data-given]");
    assertThat(desk.find("h1")).hasText("3 lippua annettu");
  }

  @Test
  void pressesAddUpWhileAChoiceIsOnItsWay() {
    CountDownLatch release = new CountDownLatch(1);
    desk.daemon.on("/visit/choices", call -> held(release, judged(call)));
    desk.show(DeskStates.ready(), "[data-stepper=children-0]");

    desk.press("+");
    desk.press("+");
    desk.press("F7");
    assertThat(desk.find("[data-stepper=children-0] [data-count]")).hasText("2");
    release.countDown();

    assertThat(desk.find("[data-issue]")).containsText("Anna 4 lippua");
    assertThat(desk.find("[data-issue]")).isEnabled();
    List<ScriptedDaemon.Call> calls = desk.daemon.calls("/visit/choices");
    assertThat(calls).hasSize(2);
    assertThat(calls.getLast().body().at("/children/0/count").asInt()).isEqualTo(2);
    assertThat(calls.getLast().body().at("/assistants").asInt()).isEqualTo(1);
  }

  @Test
  void issuePressedWhileAChoiceIsOnItsWayWaitsForIt() {
    CountDownLatch release = new CountDownLatch(1);
    desk.daemon.on("/visit/choices", call -> held(release, judged(call)));
    desk.show(DeskStates.ready(), "[data-stepper=children-0]");

    desk.press("+");
    desk.press("Enter");
    desk.press("+");
    assertThat(desk.find("[data-issue]")).isDisabled();
    assertThat(desk.daemon.calls("/visit/issue")).isEmpty();
    release.countDown();
    desk.awaitCalls("/visit/issue", 1);

    assertThat(desk.daemon.calls("/visit/choices")).hasSize(1);
    assertThat(desk.daemon.calls("/visit/issue").getLast().body().get("revision"))
        .isEqualTo(desk.daemon.copy().at("/visit/revision"));
  }

  @Test
  void issueIsLetGoWhenTheChoiceBeforeItWasNotTaken() {
    CountDownLatch release = new CountDownLatch(1);
    desk.daemon.on(
        "/visit/choices",
        call -> {
          held(release, desk.daemon.shown());
          return ScriptedDaemon.Answer.problem(503, "journal-full");
        });
    desk.show(DeskStates.ready(), "[data-stepper=children-0]");

    desk.press("+");
    desk.press("Enter");
    release.countDown();

    assertThat(desk.find("[data-stepper=children-0] [data-count]")).hasText("0");
    assertThat(desk.find("[data-issue]")).isEnabled();
    assertThat(desk.daemon.calls("/visit/issue")).isEmpty();
  }

  @Test
  void aChoiceThatAnotherChangeOvertookIsSentAgain() {
    desk.show(DeskStates.ready(), "[data-stepper=children-0]");
    desk.daemon.on(
        "/visit/choices",
        call -> {
          if (call.body().get("revision").asInt() == 1) {
            ObjectNode newer = desk.daemon.copy();
            newer.withObject("/visit").put("revision", 5);
            desk.daemon.show(newer);
            return ScriptedDaemon.Answer.problem(409, "visit-changed");
          }
          return ScriptedDaemon.Answer.ok(judged(call));
        });

    desk.press("+");

    assertThat(desk.find("[data-issue]")).containsText("Anna 2 lippua");
    assertThat(desk.daemon.calls("/visit/choices").getLast().body().get("revision").asInt())
        .isEqualTo(5);
  }

  @Test
  void childrenStopAtTheNumberInTheRegistry() {
    desk.daemon.on("/visit/choices", call -> ScriptedDaemon.Answer.ok(judged(call)));
    desk.show(DeskStates.ready(), "[data-stepper=children-0]");

    for (int press = 0; press < 5; press++) {
      desk.press("+");
    }

    assertThat(desk.find("[data-issue]")).containsText("Anna 4 lippua");
    assertThat(desk.find("[data-stepper=children-0] [data-step=more]")).isDisabled();
    assertThat(desk.daemon.calls("/visit/choices").getLast().body().at("/children/0/count").asInt())
        .isEqualTo(3);
  }

  @Test
  void aClerkGoesThroughAVisitWithTheKeyboardAlone() {
    desk.daemon.on("/visit/choices", call -> ScriptedDaemon.Answer.ok(judged(call)));
    desk.show(DeskStates.ready(), "[data-issue]");
    assertThat(desk.find("h1")).isFocused();

    desk.press("+");
    assertThat(desk.find("[data-issue]")).containsText("Anna 2 lippua");
    desk.press("Enter");
    desk.awaitCalls("/visit/issue", 1);
    desk.show(DeskStates.given(), "[data-undo]");
    desk.press("F6");
    desk.awaitCalls("/undo", 1);

    desk.show(DeskStates.refused("EXPIRED"), "[data-code=EXPIRED]");
    desk.press("Escape");
    desk.awaitCalls("/visit/cancel", 1);
  }

  @Test
  void whatWasGivenIsNotUndoneBlindWhileTheNextCustomerIsServed() {
    desk.page.setViewportSize(800, 480);
    ObjectNode next = DeskStates.ready();
    next.set("lastIssue", DeskStates.given().get("lastIssue"));
    desk.show(next, "[data-issue]");
    assertThat(desk.find("[data-undo]").first()).not().isVisible();

    desk.press("F6");
    desk.press("Enter");
    desk.awaitCalls("/visit/issue", 1);

    assertThat(desk.daemon.calls("/undo")).isEmpty();
  }

  @Test
  void ofTheTicketsNothingIsSaidWhereNoneAreGiven() {
    ObjectNode refused = DeskStates.refused("EXPIRED");
    ((ObjectNode) refused.get("visit")).putArray("notes").add("AGENT_SALE").add("SERVICE_FEE");

    desk.show(refused, "[data-code=EXPIRED]");

    assertThat(desk.find("[data-note]")).hasCount(0);
  }

  @Test
  void anAgentsSaleIsToldAsOneAndNotPrintedHere() {
    ObjectNode used = DeskStates.asked("ALREADY_USED");
    ObjectNode use = (ObjectNode) used.at("/visit/uses/0");
    use.put("place", "agent-report").put("printable", true);

    desk.show(used, "[data-way=reprint]");

    assertThat(desk.find("[data-verdict]")).containsText("välittäjällä");
    assertThat(desk.find("[data-verdict]")).not().containsText("agent-report");
    assertThat(desk.find("[data-way=reprint]")).isDisabled();
  }

  @Test
  void anEventIsChosenWithTheArrows() {
    desk.show(DeskStates.missing("CHOOSE_EVENT"), "[data-event=joutsenlampi]");

    desk.press("ArrowDown");
    assertThat(desk.find("[data-event=konsertti]")).isFocused();
    desk.press("ArrowDown");
    desk.press("Enter");

    desk.awaitCalls("/event", 1);
    assertThat(desk.daemon.calls("/event").getFirst().body().get("eventId").asText())
        .isEqualTo("joutsenlampi");
  }

  @Test
  void aQuestionIsConfirmedByItsOwnPressNeverByEnter() {
    desk.show(DeskStates.asked("UNVERIFIED_CARD"), "[data-confirm=UNVERIFIED_CARD]");

    desk.press("Enter");
    assertThat(desk.find("[data-issue]")).isDisabled();
    desk.find("[data-confirm=UNVERIFIED_CARD]").click();
    desk.awaitCalls("/visit/choices", 1);

    assertThat(desk.daemon.calls("/visit/choices").getFirst().body().get("confirmed").toString())
        .isEqualTo("[\"UNVERIFIED_CARD\"]");
    assertThat(desk.daemon.calls("/visit/issue")).isEmpty();
  }

  /** A scanner left in keyboard mode types and ends with Enter: it must not let anybody in. */
  @Test
  void lettersAndDigitsOnlyEverStartTyping() {
    desk.show(DeskStates.asked("ALREADY_USED"), "[data-way=letIn]");

    desk.page.keyboard().type("123ABC4567");
    assertThat(desk.find("[data-dialog=typing] input")).hasValue("123ABC4567");
    desk.press("Enter");

    desk.awaitCalls("/typed", 1);
    assertThat(desk.daemon.calls("/typed").getFirst().body().get("text").asText())
        .isEqualTo("123ABC4567");
    assertThat(desk.daemon.calls("/visit/let-in")).isEmpty();
    assertThat(desk.daemon.calls("/visit/replace")).isEmpty();
  }

  private static ScriptedDaemon.Answer held(CountDownLatch release, JsonNode answer) {
    try {
      release.await();
      return ScriptedDaemon.Answer.ok(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The visit with what was chosen, one revision on, shown before it is answered. */
  private JsonNode judged(ScriptedDaemon.Call call) {
    ObjectNode next = desk.daemon.copy();
    ObjectNode visit = (ObjectNode) next.get("visit");
    int children = call.body().at("/children/0/count").asInt();
    int assistants = call.body().get("assistants").asInt();
    visit.put("revision", visit.get("revision").asInt() + 1);
    DeskStates.card(visit, 0).put("children", children);
    ((ObjectNode) visit.get("offer"))
        .put("children", children)
        .put("assistants", assistants)
        .put("tickets", 1 + children + assistants);
    desk.daemon.show(next);
    return next;
  }
}
