package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dialogs of the desk, and what becomes of them when a scan comes between. */
class DeskDialogsTest {
  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  @Test
  void aScanClosesADialogAndAHalfTypedIdIsNotLost() {
    desk.page.keyboard().type("ab1");
    assertThat(desk.find("[data-dialog=typing] input")).hasValue("AB1");

    desk.show(DeskStates.ready(), "[data-verdict]");
    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(desk.find("h1")).isFocused();
    desk.find("[data-act=resume]").click();

    assertThat(desk.find("[data-dialog=typing] input")).hasValue("AB1");
    assertThat(desk.find("[data-act=resume]")).hasCount(0);
  }

  @ParameterizedTest
  @MethodSource("dialogs")
  void aScanIsTakenFromAnyDialog(String name) {
    DeskScenes.open(desk, name, DeskScenes.dialogs().get(name));

    desk.show(DeskStates.ready(), "[data-code=READY]");

    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(desk.find("[data-verdict]")).hasAttribute("data-code", "READY");
    assertThat(desk.find("[data-scene-heading]")).isFocused();
  }

  static Set<String> dialogs() {
    return DeskScenes.dialogs().keySet();
  }

  @Test
  void aHalfDoneVoidIsOfferedAgainAfterAScan() {
    desk.find(".today .menu").first().click();
    desk.find("[data-row-action=void]").click();
    assertThat(desk.find("[data-sure]")).containsText("Mitätöi 3 lippua");

    desk.show(DeskStates.refused("EXPIRED"), "[data-code=EXPIRED]");
    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(desk.daemon.calls("/void")).isEmpty();
    desk.find("[data-act=resume]").click();

    assertThat(desk.find("[data-sure]")).isVisible();
  }

  @Test
  void aTypedIdIsForgottenOnceItIsSent() {
    desk.press("F2");
    desk.page.keyboard().type("zz9 zz9-zz99");
    desk.find("[data-check]").click();
    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(desk.daemon.calls("/typed")).hasSize(1);
    desk.show(DeskStates.ready(), "[data-verdict]");

    Object kept =
        desk.page.evaluate(
            "document.documentElement.outerHTML"
                + " + JSON.stringify({...localStorage, ...sessionStorage})");
    assertThat(kept.toString()).doesNotContainIgnoringCase("zz9");
  }

  @Test
  void theKeypadOnThePageTypesAndErases() {
    desk.find("[data-open-typing]").click();
    desk.find("[data-key=K]").click();
    desk.find("[data-key='7']").click();
    desk.find("[data-key=Q]").click();
    desk.find("[data-key=back]").click();

    assertThat(desk.find("[data-dialog=typing] input")).hasValue("K7");
    assertThat(desk.find("[data-dialog=typing] input")).isFocused();
  }

  @Test
  void aVoidIsAskedOnceMoreAndTellsWhatToTakeBack() {
    desk.daemon.on(
        "/void", call -> ScriptedDaemon.Answer.ok(desk.daemon.copy().put("takeBack", 3)));
    desk.find(".today .menu").first().click();
    desk.find("[data-row-action=void]").click();
    assertThat(desk.find("[data-dialog=row]")).containsText("Ota 3 tulostettua lippua takaisin");
    assertThat(desk.daemon.calls("/void")).isEmpty();

    desk.find("[data-sure]").click();
    desk.awaitCalls("/void", 1);
    desk.daemon.show(DeskStates.takingBack(3));

    assertThat(desk.find("[data-dialog=row]")).hasCount(0);
    assertThat(desk.find("[data-told=take-back]")).containsText("Ota 3 lippua takaisin");
    assertThat(desk.daemon.calls("/void").getFirst().path())
        .endsWith("/admissions/" + DeskStates.GIVEN_ADMISSION + "/void");
  }

  @Test
  void anAssistantIsAddedToAnAdmissionThatStands() {
    desk.find(".today .menu").first().click();
    desk.find("[data-row-action=helpers]").click();
    desk.find("[data-stepper=add-assistants] [data-step=more]").click();
    desk.find("[data-sure]").click();

    desk.awaitCalls("/assistants", 1);
    ScriptedDaemon.Call call = desk.daemon.calls("/assistants").getFirst();
    assertThat(call.body().toString()).isEqualTo("{\"assistants\":1,\"interpreters\":0}");
    assertThat(call.key()).isNotBlank();
  }

  /** The answer is lost, a scan comes between: what may have been issued is never issued anew. */
  @Test
  void assistantsSentOnceKeepTheirKeyOverAScan() {
    desk.daemon.on("/assistants", call -> ScriptedDaemon.Answer.problem(503, "not-recorded"));
    desk.find(".today .menu").first().click();
    desk.find("[data-row-action=helpers]").click();
    desk.find("[data-stepper=add-assistants] [data-step=more]").click();
    desk.find("[data-sure]").click();
    desk.awaitCalls("/assistants", 1);
    desk.show(DeskStates.ready(), "[data-verdict]");

    desk.find("[data-act=resume]").click();
    desk.find("[data-sure]").click();
    desk.awaitCalls("/assistants", 2);

    List<ScriptedDaemon.Call> calls = desk.daemon.calls("/assistants");
    assertThat(calls.getFirst().key()).isNotBlank().isEqualTo(calls.getLast().key());
  }

  @Test
  void aRepeatedReprintAfterALostAnswerCarriesTheSameKey() {
    desk.daemon.on("/reprint", call -> ScriptedDaemon.Answer.problem(503, "not-recorded"));
    desk.find(".today .menu").first().click();
    Locator again = desk.find("[data-row-action=reprint]");

    again.click();
    assertThat(desk.find("[data-told='problem.not-recorded']")).hasCount(1);
    again.click();
    desk.awaitCalls("/reprint", 2);

    List<ScriptedDaemon.Call> calls = desk.daemon.calls("/reprint");
    assertThat(calls.getFirst().key()).isNotBlank().isEqualTo(calls.getLast().key());
  }

  @Test
  void voidingAndIssuingAnewIsAskedOnceMore() {
    desk.daemon.on(
        "/visit/replace", call -> ScriptedDaemon.Answer.ok(desk.daemon.copy().put("takeBack", 2)));
    desk.show(DeskStates.asked("ALREADY_USED"), "[data-way=replace]");

    desk.find("[data-way=replace]").click();
    assertThat(desk.find("[data-dialog=replace]")).isVisible();
    assertThat(desk.daemon.calls("/visit/replace")).isEmpty();
    desk.find("[data-dialog=replace] [data-sure]").click();
    desk.awaitCalls("/visit/replace", 1);
    desk.show(DeskStates.takingBack(2), "[data-given]");

    assertThat(desk.find("[data-told=take-back]")).containsText("Ota 2 lippua takaisin");
  }

  /** Another browser of the station, or the same one after a reload: the state is all it has. */
  @Test
  void ticketsToTakeBackAreToldAfterAReloadToo() {
    desk.show(DeskStates.takingBack(2), "[data-given]");

    desk.page.reload();

    assertThat(desk.find("[data-told=take-back]")).containsText("Ota 2 lippua takaisin");
  }

  /** Undone in the dialog of today's list: told there, as nothing beside it can be seen. */
  @Test
  void ticketsToTakeBackAreToldInADialogToo() {
    desk.show(DeskStates.takingBack(2), "[data-given]");
    desk.press("F4");

    assertThat(desk.find("dialog [data-told=take-back]")).isVisible();
    assertThat(desk.find("dialog [data-told=take-back] button")).hasText("Hoidettu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F1", "F2", "F3", "F4", "F10"})
  void aKeyPressedTwiceOpensItsDialogOnceAndLeavesItAsItIs(String key) {
    desk.press(key);
    desk.page.evaluate("document.querySelector('dialog[open]').dataset.opened = 'before'");
    desk.press(key);
    desk.awaitPaint();

    assertThat(desk.find("dialog[open][data-opened=before]")).isVisible();
    assertThat(desk.find("dialog")).hasCount(1);
    if (key.equals("F3")) {
      assertThat(desk.daemon.calls("/events")).hasSize(1);
    }
  }

  @Test
  void anEventsTermsStandOneBelowTheOtherInThePicker() {
    desk.press("F3");
    Locator terms = desk.find("[data-event=joutsenlampi] [data-term]");
    assertThat(terms).hasCount(3);

    Object tops =
        terms.evaluateAll("all => new Set(all.map(e => e.getBoundingClientRect().top)).size");
    assertThat(tops).isEqualTo(3);
  }

  @Test
  void theEventKeyGoesToTheListThatTheStageHasAlready() {
    desk.show(DeskStates.missing("CHOOSE_EVENT"), "[data-stage] [data-event]");

    desk.press("F3");
    assertThat(desk.find("[data-stage] [data-event]").first()).isFocused();
    desk.find("[data-event-button]").click();
    assertThat(desk.find("dialog")).hasCount(0);
    desk.press("F1");
    desk.press("F3");

    assertThat(desk.find("dialog")).hasCount(0);
    assertThat(desk.find("[data-event]")).hasCount(2);
  }

  @Test
  void aHalfSetClockStaysWhileAScanComesBetween() {
    desk.show(DeskStates.clockInDoubt(), "[data-clock-form]");
    Locator hour = desk.find("[data-clock-field=hour] input");
    desk.find("[data-clock-field=hour] button").first().click();
    assertThat(hour).hasValue("19");

    desk.show(
        DeskStates.withClockInDoubt(DeskStates.refused("CLOCK_NOT_TRUSTED")), "[data-verdict]");
    assertThat(hour).hasValue("19");
    desk.find("[data-confirm-clock]").click();
    desk.awaitCalls("/clock", 1);

    assertThat(desk.daemon.calls("/clock").getFirst().body().get("localTime").asText())
        .matches("2026-11-23T19:4\\d");
  }

  @Test
  void theThemeIsKeptForThisScreen() {
    desk.press("F10");
    desk.find("[data-setting=theme] [data-value=dark]").click();
    assertThat(desk.find("html")).hasAttribute("data-theme", "dark");

    desk.page.reload();

    assertThat(desk.find(".bar")).isVisible();
    assertThat(desk.find("html")).hasAttribute("data-theme", "dark");
  }

  @Test
  void searchAsksTheDaemonWhichKnowsTicketNumbers() {
    desk.press("F4");
    int before = desk.daemon.calls("/today").size();
    desk.page.keyboard().type("4F7-0031");
    desk.awaitCalls("/today", before + 1);

    assertThat(desk.find("[data-dialog=today] .uses li")).hasCount(2);
    assertThat(desk.find("[data-dialog=today]"))
        .containsText(Pattern.compile("…M4D.*1 \\+ 2\\slasta"));
  }
}
