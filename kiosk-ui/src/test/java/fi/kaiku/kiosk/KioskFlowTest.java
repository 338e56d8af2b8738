package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer alone with the kiosk: from the card to the tickets, or to a person. */
class KioskFlowTest {
  @RegisterExtension final KioskExtension on = new KioskExtension();
  private OpenKiosk kiosk;

  @BeforeEach
  void comeNear() {
    kiosk = on.kiosk();
  }

  @ParameterizedTest(name = "in {0} by {1}")
  @CsvSource({
    "fi, TOUCH",
    "fi-easy, TOUCH",
    "sv, TOUCH",
    "en, TOUCH",
    "sv, KEYBOARD",
    "fi-easy, KEYPAD",
  })
  void aFamilyGetsItsTickets(String language, KioskHand hand) {
    hand.press(kiosk, "language-" + language);
    says("attract/title", language);
    JsonNode card = kiosk.scan();
    says("event/title", language);
    hand.press(kiosk, "event-" + KioskStates.CONCERT);
    kiosk.shows("who");
    hand.press(kiosk, "more-children-0");
    assertThat(kiosk.find("[data-row=children-0] [data-count]")).hasText("1");
    hand.press(kiosk, "more-helpers");
    hand.press(kiosk, "next");
    kiosk.shows("confirm");
    assertThat(kiosk.find("[data-press=next]")).containsText("3");
    hand.press(kiosk, "next");
    kiosk.shows("printing");
    kiosk.paperIsOut();
    kiosk.shows("done");
    assertThat(kiosk.find("h1")).containsText("3");
    hand.press(kiosk, "ok");
    kiosk.shows("attract");

    JsonNode issued = kiosk.daemon.calls("/visit/issue").getFirst().body();
    assertThat(kiosk.daemon.calls("/visit/issue")).hasSize(1);
    assertThat(issued.path("visitId")).isEqualTo(card.at("/visit/id"));
    assertThat(issued.path("revision").asInt()).isEqualTo(4);
    says("attract/title", "fi");
  }

  private void says(String pointer, String language) {
    JsonNode words = new WebResource("/web/i18n/kiosk/" + language + ".json").json();
    assertThat(kiosk.find("h1")).hasText(words.at("/" + pointer).asText());
  }

  @Test
  void theOnlyEventIsNotAskedFor() {
    kiosk.daemon.on("/events", call -> ScriptedDaemon.Answer.ok(KioskStates.oneEvent()));
    kiosk.daemon.show(KioskStates.card());
    kiosk.shows("who");
    kiosk.touch("leave");
    kiosk.shows("attract");
    kiosk.page.waitForCondition(() -> kiosk.daemon.shown().get("visit").isNull());
  }

  @Test
  void todaysEventsStandFirstAndTheOthersBehindAButton() {
    kiosk.scan();
    assertThat(kiosk.find("[data-press^=event-]")).hasCount(3);
    kiosk.touch("other-days");
    assertThat(kiosk.find("[data-press^=event-]")).hasCount(2);
    assertThat(kiosk.find("[data-press=event-kurssi]")).containsText("Kurssi");
  }

  /** R29: the same neutral words whatever the reason; why is for the daemon to tell the clerks. */
  @Test
  void aRefusalIsNeutralAndCallsStaff() {
    kiosk.daemon.show(KioskStates.refused());
    kiosk.shows("staff");
    says("staff/title", "fi");
    assertThat(kiosk.find("[data-how]")).containsText("Tule lipunmyyntiin");
    kiosk.page.waitForCondition(() -> kiosk.daemon.calls("/staff-calls").size() == 1);
    assertThat(kiosk.find(".kiosk")).not().containsText("7KQ");
    kiosk.touch("ok");
    kiosk.shows("attract");
  }

  @Test
  void staffAreComingOnlyWhenAClerkHasSaidSo() {
    String call = KioskStates.newId();
    kiosk.daemon.on(
        "/staff-calls",
        asked -> ScriptedDaemon.Answer.ok(KioskStates.idle().objectNode().put("callId", call)));
    ObjectNode refused = KioskStates.refused();
    kiosk.daemon.show(KioskStates.called(refused.deepCopy(), call, false));
    kiosk.shows("staff");
    assertThat(kiosk.find("[data-how]")).containsText("Tule lipunmyyntiin");
    kiosk.daemon.show(KioskStates.called(refused.deepCopy(), KioskStates.newId(), true));
    assertThat(kiosk.find("[data-how]")).containsText("Tule lipunmyyntiin");
    kiosk.daemon.show(KioskStates.called(refused.deepCopy(), call, true));
    assertThat(kiosk.find("[data-how]")).containsText("tulee luoksesi");
  }

  @Test
  void aCardThatGetsNoEventCallsStaff() {
    kiosk.daemon.on("/events", call -> ScriptedDaemon.Answer.ok(KioskStates.manyEvents(0)));
    kiosk.daemon.show(KioskStates.card());
    kiosk.shows("staff");
  }

  @Test
  void helpIsCalledFromEveryScreenAndTheVisitGoesOn() {
    kiosk.toWho();
    kiosk.touch("help");
    assertThat(kiosk.find("[data-panel=call]")).isVisible();
    kiosk.touch("close");
    kiosk.shows("who");
    assertThat(kiosk.daemon.calls("/staff-calls")).hasSize(1);
  }

  @Test
  void whatIsNoCardIsReadAgain() {
    kiosk.daemon.show(KioskStates.unread());
    kiosk.shows("unread");
    kiosk.scan();
  }

  @Test
  void aPrinterThatStopsKeepsTheTickets() {
    kiosk.toPrinting();
    kiosk.daemon.show(KioskStates.troubled(kiosk.daemon.copy()));
    kiosk.shows("trouble");
    kiosk.page.waitForCondition(() -> kiosk.daemon.calls("/staff-calls").size() == 1);
    ObjectNode mended = KioskStates.idle();
    mended.withObject("/status").put("waitingTickets", 1);
    kiosk.daemon.show(mended);
    kiosk.shows("printing");
    kiosk.paperIsOut();
    kiosk.shows("done");
  }

  @Test
  void onlyWhatSurelyFailedIsPrintedAgain() {
    kiosk.daemon.on(
        "/print-again",
        call -> {
          kiosk.daemon.show(KioskStates.idle());
          return ScriptedDaemon.Answer.ok(KioskStates.idle().objectNode().put("tickets", 1));
        });
    kiosk.toPrinting();
    kiosk.daemon.show(KioskStates.asking(kiosk.daemon.copy(), "failed"));
    kiosk.shows("again");
    kiosk.touch("retry");
    kiosk.shows("done");

    kiosk.touch("ok");
    kiosk.toPrinting();
    kiosk.daemon.show(KioskStates.asking(kiosk.daemon.copy(), "unknown"));
    kiosk.shows("staff");
  }

  /** An earlier customer's lost ticket is not this one's. */
  @Test
  void whatWasAskedBeforeIsNotThisCustomers() {
    kiosk.daemon.on(
        "/visit/issue",
        call -> {
          ObjectNode issued = KioskStates.issued(kiosk.daemon.shown(), 0);
          kiosk.daemon.show(KioskStates.asking(issued, "unknown"));
          return ScriptedDaemon.Answer.ok(KioskStates.idle().objectNode().put("tickets", 1));
        });
    kiosk.toWho();
    kiosk.daemon.show(KioskStates.asking(kiosk.daemon.copy(), "unknown"));
    kiosk.touch("next");
    kiosk.touch("next");
    kiosk.shows("done");
  }
}
