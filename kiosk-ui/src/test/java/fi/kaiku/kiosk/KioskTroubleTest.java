package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong around a customer; nothing of it is theirs to mend, or issues twice. */
class KioskTroubleTest {
  private static final int CUTS = 100;
  private static final int SCANS = 10;

  @RegisterExtension final KioskExtension on = new KioskExtension();
  private OpenKiosk kiosk;

  @BeforeEach
  void comeNear() {
    kiosk = on.kiosk();
  }

  @Test
  void aReloadAtAnyStepEndsTheVisitAndIssuesNothingTwice() {
    List<Consumer<OpenKiosk>> steps =
        List.of(OpenKiosk::scan, OpenKiosk::toWho, OpenKiosk::toConfirm, OpenKiosk::toPrinting);
    for (Consumer<OpenKiosk> step : steps) {
      step.accept(kiosk);
      kiosk.page.reload();
      kiosk.shows("attract");
      kiosk.page.waitForCondition(() -> kiosk.daemon.shown().get("visit").isNull());
      assertThat(kiosk.find(".kiosk")).not().containsText("konsertti");
    }
    assertThat(kiosk.daemon.calls("/visit/issue")).hasSize(1);
    assertThat(kiosk.daemon.calls("/visit/cancel")).hasSize(3);
  }

  /** The answer is lost, and asked for again; the daemon gives the first result (its own tests). */
  @Test
  void aLostAnswerIsAskedForAgainWithTheSameVisit() {
    kiosk.daemon.on(
        "/visit/issue",
        call ->
            kiosk.daemon.calls("/visit/issue").size() < 3
                ? ScriptedDaemon.Answer.problem(500, "internal-error")
                : recorded(kiosk.daemon.shown()));
    kiosk.toConfirm();
    kiosk.touch("next");
    kiosk.page.clock().fastForward(1_000);
    kiosk.shows("printing");
    assertThat(kiosk.daemon.calls("/visit/issue"))
        .hasSize(3)
        .extracting(ScriptedDaemon.Call::body)
        .containsOnly(kiosk.daemon.calls("/visit/issue").getFirst().body());
  }

  private ScriptedDaemon.Answer recorded(JsonNode visit) {
    kiosk.daemon.show(KioskStates.issued(visit, 1));
    return ScriptedDaemon.Answer.ok(KioskStates.idle().objectNode().put("tickets", 1));
  }

  @Test
  void tenScansInASecondAreOneCustomer() {
    JsonNode last = null;
    for (int scan = 0; scan < SCANS; scan++) {
      last = KioskStates.card();
      kiosk.daemon.show(last);
    }
    kiosk.shows("event");
    kiosk.touch("event-" + KioskStates.CONCERT);
    kiosk.shows("who");
    kiosk.touch("next");
    kiosk.touch("next");
    kiosk.shows("printing");
    assertThat(kiosk.daemon.calls("/visit/issue"))
        .singleElement()
        .extracting(call -> call.body().path("visitId"))
        .isEqualTo(last.at("/visit/id"));
  }

  @Test
  void aStreamThatIsCutAHundredTimesLosesNoVisitAndShowsNoneTwice() {
    kiosk.toWho();
    for (int cut = 0; cut < CUTS; cut++) {
      kiosk.daemon.cutFeeds();
      kiosk.page.waitForTimeout(20);
    }
    kiosk.shows("who");
    kiosk.touch("next");
    kiosk.touch("next");
    kiosk.shows("printing");
    assertThat(kiosk.daemon.calls("/visit/issue")).hasSize(1);
    assertThat(kiosk.daemon.calls("/visit/cancel")).isEmpty();
  }

  @Test
  void aDaemonThatGoesAwayLeavesACalmPageThatRecoversByItself() throws IOException {
    kiosk.touch("language-sv");
    kiosk.scan();
    kiosk.loseDaemon();
    quiet(10);
    kiosk.shows("closed");
    assertThat(kiosk.find("h1")).hasText("Apparaten tar paus");
    kiosk.findDaemon();
    kiosk.shows("attract");
  }

  @Test
  void garbageInsteadOfEventsLeadsToStaff() {
    kiosk.daemon.on("/events", call -> ScriptedDaemon.Answer.ok(TextNode.valueOf("what?")));
    kiosk.daemon.show(KioskStates.card());
    kiosk.shows("staff");
    assertThat(kiosk.find("[data-how]")).containsText("Tule lipunmyyntiin");
  }

  @Test
  void aSlowDaemonIsWaitedForAndNothingIsPressedTwice() {
    CountDownLatch release = new CountDownLatch(1);
    kiosk.daemon.on(
        "/visit/issue",
        call -> {
          await(release);
          return recorded(kiosk.daemon.shown());
        });
    kiosk.toConfirm();
    kiosk.touch("next");
    kiosk.shows("giving");
    assertThat(kiosk.find("[data-stage] button")).hasCount(0);
    release.countDown();
    kiosk.shows("printing");
    assertThat(kiosk.daemon.calls("/visit/issue")).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void twoFingersAtOnceAreOnePress() {
    kiosk.toWho();
    kiosk.apart();
    kiosk.page.evaluate(
        """
        () => { for (const name of ['more-children-0', 'more-helpers', 'next'])
          document.querySelector(`[data-press=${name}]`).click(); }
        """);
    assertThat(kiosk.find("[data-row=children-0] [data-count]")).hasText("1");
    assertThat(kiosk.find("[data-row=helpers] [data-count]")).hasText("0");
    kiosk.shows("who");
  }

  /** A reader that plays a keyboard: whatever its code holds, the focused button is not pressed. */
  @ParameterizedTest
  @ValueSource(strings = {"6415715820505", "ABCDE12345", "22225555"})
  void aBarCodeThatIsTypedDoesNothing(String code) {
    kiosk.toWho();
    kiosk.find("[data-press=next]").focus();
    code.chars()
        .mapToObj(Character::toString)
        .map(key -> Character.isDigit(key.charAt(0)) ? "Numpad" + key : key)
        .forEach(kiosk::press);
    kiosk.press("Enter");
    kiosk.page.waitForTimeout(300);
    kiosk.shows("who");
    assertThat(kiosk.find("[data-press=next]")).isFocused();
  }

  @Test
  void whoWalksAwayIsWarnedAndThenForgotten() {
    kiosk.touch("wish-large");
    kiosk.touch("wish-contrast");
    kiosk.touch("languages");
    kiosk.touch("language-sv");
    kiosk.toWho();
    Locator warning = kiosk.find("[data-panel=warning]");
    quiet(65);
    assertThat(warning).containsText("Är du kvar?");
    kiosk.touch("more-time");
    assertThat(warning).hasCount(0);
    quiet(250);
    assertThat(warning).hasCount(0);
    quiet(45);
    assertThat(warning).isVisible();
    quiet(30);
    kiosk.shows("attract");
    kiosk.page.waitForCondition(() -> kiosk.daemon.shown().get("visit").isNull());
    assertThat(kiosk.find("h1")).hasText("Lue korttisi");
    assertThat(
            kiosk.page.evaluate(
                "[...document.documentElement.attributes].map((a) => a.name + '=' + a.value)"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("data-theme=light")
        .noneMatch(attribute -> attribute.toString().startsWith("data-large"));
    assertThat(kiosk.find(".kiosk")).not().containsText("konser");
  }

  /** The daemon is heard all the while; a jump of the clock alone would look like a cut line. */
  private void quiet(int seconds) {
    for (int passed = 0; passed < seconds; passed += 5) {
      kiosk.page.clock().fastForward(5_000);
      kiosk.page.waitForTimeout(250);
    }
  }

  @Test
  void theNextCustomerSeesNothingOfTheOneBefore() {
    kiosk.toConfirm();
    ObjectNode other = KioskStates.card();
    kiosk.daemon.show(other);
    kiosk.shows("event");
    kiosk.touch("event-" + KioskStates.CONCERT);
    kiosk.shows("who");
    assertThat(kiosk.find("[data-row=children-0] [data-count]")).hasText("0");
    kiosk.touch("back");
    kiosk.touch("leave");
    kiosk.shows("attract");
    String page = kiosk.page.content();
    assertThat(page).doesNotContain("konsertti", "7KQ", other.at("/visit/id").asText());
  }
}
