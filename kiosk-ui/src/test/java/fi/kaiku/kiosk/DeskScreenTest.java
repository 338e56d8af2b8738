package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk shows, keeps and hides, whatever the clerk does. */
class DeskScreenTest {
  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  @Test
  void theLanguageSwitchesAtOnceWithoutLoadingThePageAgain() {
    desk.show(DeskStates.ready(), "[data-verdict]");
    desk.page.evaluate("window.sameSheet = true");

    desk.find("[data-language=sv]").click();
    assertThat(desk.find("h1")).hasText("Kortet gäller");
    assertThat(desk.find("html")).hasAttribute("lang", "sv");
    desk.find("[data-language=en]").click();
    assertThat(desk.find("h1")).hasText("Card is good");

    assertThat(desk.page.evaluate("window.sameSheet")).isEqualTo(true);
  }

  @Test
  void theDeskStartsInTheFirstOfItsOwnLanguages() {
    ObjectNode terminal = (ObjectNode) new WebResource("/desk/terminal.json").json();
    terminal.putArray("languages").add("sv").add("fi");
    desk.daemon.on("/v1/terminal", call -> ScriptedDaemon.Answer.ok(terminal));
    desk.page.reload();

    assertThat(desk.find("html")).hasAttribute("lang", "sv");
    assertThat(desk.find("[data-language]")).hasCount(2);
    assertThat(desk.find("[data-language]").first()).hasAttribute("data-language", "sv");
    assertThat(desk.find("[data-language=fi]")).isVisible();
  }

  /** R11: an area's own limit. */
  @Test
  void childrenAreThoseUnderTheAreasOwnLimit() {
    ObjectNode ready = DeskStates.ready();
    ready.withObject("/policy").put("childrenUnder", 16);
    desk.show(ready, "[data-verdict]");

    assertThat(desk.find(".stage")).containsText("Lapset alle 16 v");
    assertThat(desk.find(".stage")).not().containsText("18");
  }

  @Test
  void theStripHasALightForEachPartAndTellsHowOldTheRegistryIs() {
    for (String part : List.of("scanner", "printer", "paper", "registry", "uses", "clock")) {
      assertThat(light(part)).isVisible();
      assertThat(light(part)).hasAttribute("data-tone", "ok");
    }
    assertThat(light("registry")).containsText("18.40");
    assertThat(light("uses")).hasText("Lähetys");
  }

  @Test
  void theStripTellsHowManyUsesWaitAndGoesOnTellingWhileThePaperIsOut() {
    DeskScenes.show(desk, "unsent", DeskStates.scenes().get("unsent"));
    assertThat(light("uses")).hasText("14 lähettämättä");

    ObjectNode out = DeskStates.scenes().get("paper-out").deepCopy();
    out.withObject("/status/uses").put("unsent", 14);
    DeskScenes.show(desk, "paper-out", out);

    assertThat(light("paper")).hasAttribute("data-tone", "no");
    assertThat(light("registry")).containsText("18.40");
    assertThat(light("uses")).hasText("14 lähettämättä");
    for (String part : List.of("scanner", "paper", "registry", "uses", "clock")) {
      assertThat(light(part)).isVisible();
    }
  }

  @Test
  void aVerdictIsHiddenWhileTheDaemonIsAwayAndComesBackMarkedAsOld() throws IOException {
    ObjectNode before = DeskStates.ready();
    desk.show(before, "[data-verdict]");
    assertThat(desk.find("[data-note=CARRIED_OVER]")).hasCount(0);

    desk.loseDaemon();
    assertThat(desk.find("[data-away=lost] h1")).hasText("Yhteys katkesi");
    assertThat(desk.find("[data-verdict]")).hasCount(0);
    desk.findDaemon(before);

    assertThat(desk.find("[data-verdict]")).isVisible();
    assertThat(desk.find("[data-note=CARRIED_OVER]")).isVisible();
    desk.show(DeskStates.refused("EXPIRED"), "[data-code=EXPIRED]");
    assertThat(desk.find("[data-note=CARRIED_OVER]")).hasCount(0);
  }

  @Test
  void ticketsToTakeBackStandThereUntilTheClerkHasReadIt() {
    desk.daemon.on(
        "/undo", call -> ScriptedDaemon.Answer.ok(desk.daemon.copy().put("takeBack", 3)));
    desk.show(DeskStates.given(), "[data-undo]");
    desk.find("[data-undo]").click();
    desk.daemon.show(DeskStates.takingBack(3));
    Locator told = desk.find("[data-told=take-back]");
    assertThat(told).containsText("Ota 3 lippua takaisin");

    ObjectNode next = DeskStates.ready();
    next.set("takeBacks", DeskStates.takingBack(3).get("takeBacks"));
    desk.show(next, "[data-verdict]");
    assertThat(told).isVisible();
    told.locator("[data-act=taken]").click();
    desk.awaitCalls("/done", 1);
    assertThat(desk.daemon.calls("/take-backs/" + DeskStates.GIVEN_ADMISSION + "/done")).hasSize(1);
    desk.show(DeskStates.ready(), "[data-verdict]");

    assertThat(told).hasCount(0);
  }

  @Test
  void theClerkTellsWhetherATicketCameOut() {
    desk.show(DeskStates.printQuestion("unknown"), "[data-print-question=unknown]");
    assertThat(desk.find("h1")).hasText("Tuliko lippu ulos?");

    desk.find("[data-came-out=no]").click();
    desk.awaitCalls("/answer", 1);

    assertThat(desk.daemon.calls("/answer").getFirst().body().get("cameOut").asBoolean()).isFalse();
  }

  @Test
  void aTicketThatSurelyFailedIsOfferedToPrintAgainFirst() {
    desk.show(DeskStates.printQuestion("failed"), "[data-print-question=failed]");

    assertThat(desk.find(".print-question .primary")).hasText("Tulosta uudelleen");
    assertThat(desk.find("[data-came-out=yes]")).hasText("Tuli sittenkin");
  }

  @Test
  void aNoticeDuringAVisitIsABarAndTheVisitStays() {
    ObjectNode both = DeskStates.ready();
    both.set("notice", DeskStates.notice("NOT_A_CARD", "WEB_ADDRESS").get("notice"));
    desk.show(both, "[data-told=notice]");

    assertThat(desk.find("[data-verdict]")).hasAttribute("data-code", "READY");
    desk.find("[data-told=notice] button").click();
    desk.awaitCalls("/notice/dismiss", 1);
  }

  @Test
  void aVerdictHasNoTransitionOrAnimationAtAll() {
    desk.show(DeskStates.ready(), "[data-verdict]");
    Object moving =
        desk.page.evaluate(
            "[...document.querySelectorAll('[data-verdict], [data-verdict] *')].filter(e => { const"
                + " s = getComputedStyle(e); return s.transitionDuration !== '0s' ||"
                + " s.animationName !== 'none'; }).length");
    assertThat(moving).isEqualTo(0);
  }

  @Test
  void aRefusalIsSpokenAtOnceAndAGoodCardInItsTurn() {
    desk.show(DeskStates.refused("EXPIRED"), "[data-code=EXPIRED]");
    assertThat(desk.find("[data-urgent]")).containsText("Viimeinen voimassaolopäivä");
    assertThat(desk.find("[data-polite]")).isEmpty();

    desk.show(DeskStates.ready(), "[data-code=READY]");
    assertThat(desk.find("[data-urgent]")).isEmpty();
    assertThat(desk.find("[data-polite]")).containsText("Anna 1 lippu");
  }

  @Test
  void undoGoesWhenItsTimeIsOver() {
    ObjectNode given = DeskStates.given();
    given.withObject("/lastIssue").put("undoUntil", "2026-11-23T18:42:02+02:00");
    desk.show(given, "[data-undo]");

    assertThat(desk.find("[data-undo]")).hasCount(0);
    assertThat(desk.find("h1")).hasText("Lue Kaikukortti");
  }

  private Locator light(String part) {
    return desk.find(".strip [data-light=" + part + "]");
  }
}
