package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk says and keeps when something around it is gone. */
class DeskTroubleTest {
  private static final String COUNT_SOUNDS =
      """
      () => {
        window.sounds = 0;
        window.OscillatorNode = class {
          constructor() { window.sounds++; }
          connect(next) { return next; }
          start() {}
          stop() {}
        };
      }
      """;

  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  @Test
  void aBrowserThatIsNoLongerLetInSaysHowToComeBack() {
    desk.page.context().clearCookies();
    desk.press("F3");
    assertThat(desk.find("[data-away=shut] h1")).hasText("Avaa kassa uudelleen");

    desk.daemon.show(DeskStates.ready());
    desk.awaitPaint();

    assertThat(desk.find("[data-verdict]")).hasCount(0);
    assertThat(desk.find("[data-away=shut]")).containsText("pyydä tekniikalta uusi linkki");
  }

  @Test
  void anEventListThatIsGoneIsToldAndOneThatIsReadHasNoLight() {
    Locator light = desk.find(".strip [data-light=events]");
    assertThat(light).hasCount(0);

    desk.show(
        DeskStates.withStatus(
            "events", "{\"state\": \"last-good\", \"readAt\": \"2026-11-21T06:00:00+02:00\"}"),
        ".strip [data-light=events]");
    assertThat(light.first()).containsText("Tapahtumalista on vanha");
    light.first().click();
    assertThat(desk.find("[data-light-row=events]"))
        .containsText("Käytössä on lista ajalta 21.11.");
  }

  @Test
  void aHalfTypedIdOutlastsADaemonThatDies() throws IOException {
    desk.press("F2");
    desk.page.keyboard().type("AB12");

    desk.loseDaemon();
    assertThat(desk.find("[data-away=lost]")).isVisible();
    desk.findDaemon(DeskStates.idle());

    assertThat(desk.find("[data-dialog=typing] input")).hasValue("AB12");
  }

  @Test
  void anAssistantHalfAddedIsThereAgainAfterAScan() {
    desk.find(".today .menu").first().click();
    desk.find("[data-row-action=helpers]").click();
    Locator more = desk.find("[data-stepper=add-interpreters] [data-step=more]");
    more.click();
    more.click();

    desk.show(DeskStates.ready(), "[data-verdict]");
    desk.find("[data-act=resume]").click();

    assertThat(desk.find("[data-stepper=add-interpreters] [data-count]")).hasText("2");
  }

  @Test
  void whatFailsInADialogIsToldInTheDialog() {
    desk.daemon.on("/reprint", call -> ScriptedDaemon.Answer.problem(503, "not-recorded"));
    desk.find(".today .menu").first().click();
    desk.find("[data-row-action=reprint]").click();

    Locator told = desk.find("dialog [role=status] [data-told='problem.not-recorded']");
    assertThat(told).isVisible();
    told.locator("button").click();
    assertThat(told).hasCount(0);
    assertThat(desk.find("[data-dialog=row]")).isVisible();
  }

  @Test
  void eventsThatCannotBeFetchedAreNotCalledNone() {
    desk.daemon.on("/events", call -> ScriptedDaemon.Answer.problem(500, "internal-error"));
    desk.press("F3");

    assertThat(desk.find("dialog [data-told='problem.internal-error']")).isVisible();
    assertThat(desk.find("[data-dialog=event]")).not().containsText("Tapahtumia ei ole");
  }

  @Test
  void aPageWhoseModulesDoNotLoadSaysSoAndComesBackByItself() {
    desk.page.clock().install();
    desk.page.route("**/js/main.js", Route::abort);
    desk.page.reload();
    assertThat(desk.find(".before-start h1")).hasText("Käynnistyy");
    desk.page.evaluate("document.getAnimations().forEach(late => late.finish())");
    assertThat(desk.find(".late")).containsText("Lataa uudelleen");
    DeskScenes.takePicture(desk, "pages", "modules-not-loaded");

    desk.page.unroute("**/js/main.js");
    desk.page.clock().fastForward("00:15");

    assertThat(desk.find(".bar")).isVisible();
  }

  @Test
  void aDeskOpenedBeforeTheDaemonIsThereOpensByItselfAfterwards() throws IOException {
    desk.page.clock().install();
    desk.loseDaemon();
    desk.page.reload();
    assertThat(desk.find("h1")).hasText("Pääte käynnistyy");

    desk.findDaemon(DeskStates.idle());
    desk.page.clock().fastForward("00:03");

    assertThat(desk.find(".bar")).isVisible();
  }

  @Test
  void soundsAreSilentOnceTheyAreSwitchedOff() {
    desk.page.evaluate(COUNT_SOUNDS);
    desk.show(DeskStates.ready(), "[data-code=READY]");
    assertThat(desk.page.evaluate("window.sounds")).isEqualTo(1);

    desk.press("F10");
    desk.find("[data-setting=sound] [data-value=false]").click();
    desk.press("Escape");
    desk.show(DeskStates.refused("EXPIRED"), "[data-code=EXPIRED]");

    assertThat(desk.page.evaluate("window.sounds")).isEqualTo(1);
  }
}
