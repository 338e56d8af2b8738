package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import fi.kaiku.kiosk.DeskScenes.Screen;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What axe-core finds on each scene and dialog (nothing), and what it cannot find: the keyboard's
 * way, the focus, and the wishes that a user has told the system.
 */
class DeskAccessTest {
  private static final List<String> STANDARDS =
      List.of(
          "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice");

  /** More stops than any scene has. */
  private static final int STOPS_MAX = 80;

  /** Which element has the focus, and whether that can be seen; null for the page itself. */
  private static final String FOCUS =
      """
      () => {
        const e = document.activeElement;
        if (e === document.body) return null;
        const style = getComputedStyle(e);
        const seen = e.checkVisibility() && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return seen ? String([...document.querySelectorAll('*')].indexOf(e)) : 'unseen: ' + e.outerHTML.slice(0, 160);
      }
      """;

  /** Buttons and fields that Tab should come to: all but a keypad's, which doubles the keyboard. */
  private static final String STOPS =
      """
      (room) => [...document.querySelector(room).querySelectorAll('button, input')]
        .filter((e) => e.checkVisibility() && !e.closest('.keypad')).length
      """;

  /** No content: a browser that is sent there stays where it is. */
  private static final Route.FulfillOptions STAY = new Route.FulfillOptions().setStatus(204);

  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  /** Each scene in one of the looks; in the long count, each in all. */
  @ParameterizedTest
  @MethodSource("fi.kaiku.kiosk.DeskScenes#looks")
  void axeFindsNothingOnAnyScene(Screen look) {
    List<Screen> looks = DeskScenes.looks().toList();
    Map<String, ?> scenes = DeskScenes.scenes();
    DeskScenes.use(desk, look);
    for (String name : DeskScenes.share(scenes, looks.indexOf(look), looks.size())) {
      DeskScenes.show(desk, name, DeskScenes.scenes().get(name));
      assertAccessible(name, look);
    }
  }

  @ParameterizedTest
  @MethodSource("fi.kaiku.kiosk.DeskScenes#looks")
  void axeFindsNothingInAnyDialog(Screen look) {
    List<Screen> looks = DeskScenes.looks().toList();
    Map<String, DeskScenes.Opening> dialogs = DeskScenes.dialogs();
    DeskScenes.use(desk, look);
    for (String name : DeskScenes.share(dialogs, looks.indexOf(look), looks.size())) {
      DeskScenes.open(desk, name, dialogs.get(name));
      assertAccessible(name, look);
      DeskScenes.close(desk);
    }
  }

  @Test
  void axeFindsNothingWhereThereIsNoDesk() {
    Screen look = DeskScenes.looks().findFirst().orElseThrow();
    desk.loseDaemon();
    assertThat(desk.find("[data-away=lost]")).isVisible();
    assertAccessible("lost", look);
    DeskScenes.takePicture(desk, "pages", "lost");
    desk.page.reload();
    assertThat(desk.find("h1")).hasText("Pääte käynnistyy");
    assertAccessible("out-of-order", look);
    DeskScenes.takePicture(desk, "pages", "out-of-order");
    desk.page.context().clearCookies();
    desk.page.reload();
    assertThat(desk.find("h1")).containsText("linkillä");
    assertAccessible("no-session", look);
    DeskScenes.takePicture(desk, "pages", "no-session");
    desk.page.navigate(desk.address("/open?station=desk-1&token=wrong"));
    assertThat(desk.find("h1")).containsText("linkillä");
    assertAccessible("wrong token", look);
  }

  /** Held at what usually passes in a moment: the daemon's word, the modules, the way back. */
  @Test
  void axeFindsNothingBeforeTheDeskIsThere() {
    Screen look = DeskScenes.looks().findFirst().orElseThrow();
    desk.page.route("**/ui/feed", Route::abort);
    desk.page.reload();
    assertThat(desk.find("[data-away=starting]")).isVisible();
    assertAccessible("starting", look);
    DeskScenes.takePicture(desk, "pages", "starting");
    desk.page.route("**/js/main.js", Route::abort);
    desk.page.reload();
    assertThat(desk.find(".before-start h1")).isVisible();
    assertAccessible("before start", look);
    DeskScenes.takePicture(desk, "pages", "before-start");
    desk.page.route("**/desk", again -> again.fulfill(STAY));
    desk.page.navigate(desk.address("/pages/again"));
    assertThat(desk.find("h1")).containsText("Avataan");
    assertAccessible("again", look);
    DeskScenes.takePicture(desk, "pages", "again");
  }

  @Test
  void axeFindsNothingWithTheDemoBeside() {
    Screen look = new Screen("sv", "dark", 1280, 800);
    DemoBench.putBeside(desk);
    DeskScenes.use(desk, look);
    assertThat(desk.find("[data-demo-card]")).hasCount(7);
    assertAccessible("demo", look);
    DeskScenes.takePicture(desk, "pages", "demo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "ready", "community", "given", "ALREADY_USED", "clock"})
  void tabComesToEveryButtonOfASceneSeenAndLeavesAgain(String name) {
    DeskScenes.show(desk, name, DeskScenes.scenes().get(name));
    assertEveryStopIsReached(".product");
  }

  @ParameterizedTest
  @ValueSource(strings = {"typing", "event", "today", "settings", "status-clock", "row-helpers"})
  void tabComesToEveryButtonOfADialogSeenAndLeavesAgain(String name) {
    DeskScenes.open(desk, name, DeskScenes.dialogs().get(name));
    assertEveryStopIsReached("dialog");
    DeskScenes.close(desk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"F1", "?"})
  void helpListsEveryKey(String key) {
    desk.press(key);
    assertThat(desk.find("[data-dialog=help] .key-map dt")).hasCount(13);
    assertThat(desk.find("[data-dialog=help] .key-map")).containsText("F1 ?");
  }

  @Test
  void withTheUsersOwnColoursPressedAndBareButtonsStillDiffer() {
    desk.page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    desk.show(DeskStates.ready(), "[data-verdict]");
    DeskScenes.takePicture(desk, "wishes", "forced-colors");
    assertThat(style("[data-language=fi]", "backgroundColor"))
        .isNotEqualTo(style("[data-language=sv]", "backgroundColor"))
        .isNotEqualTo(style("[data-language=fi]", "color"));
    assertThat(style("[data-verdict]", "borderTopStyle")).isEqualTo("solid");
  }

  @Test
  void whoWantsMoreContrastGetsEdgesAsDarkAsText() {
    desk.page.emulateMedia(new Page.EmulateMediaOptions().setContrast(Contrast.MORE));
    desk.show(DeskStates.ready(), "[data-verdict]");
    DeskScenes.takePicture(desk, "wishes", "more-contrast");
    assertThat(style("[data-cancel]", "borderTopColor")).isEqualTo(style("html", "color"));
    assertThat(style(".person small", "color")).isEqualTo(style("html", "color"));
  }

  @Test
  void nothingMovesForAnybody() {
    desk.page.emulateMedia(
        new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    desk.show(DeskStates.given(), "[data-given]");
    assertThat(desk.page.evaluate("document.getAnimations().length")).isEqualTo(0);
    assertThat(
            desk.page.evaluate(
                "[...document.querySelectorAll('body *')].filter(e =>"
                    + " getComputedStyle(e).transitionDuration !== '0s').length"))
        .isEqualTo(0);
  }

  private Object style(String selector, String property) {
    return desk.page.evaluate(
        "([selector, property]) => getComputedStyle(document.querySelector(selector))[property]",
        List.of(selector, property));
  }

  /** Tab goes through all of them, once around, and is nowhere caught. */
  private void assertEveryStopIsReached(String room) {
    int expected = ((Number) desk.page.evaluate(STOPS, room)).intValue();
    Set<String> reached = new LinkedHashSet<>();
    String first = null;
    for (int stop = 0; stop < STOPS_MAX; stop++) {
      desk.press("Tab");
      String now = (String) desk.page.evaluate(FOCUS);
      if (now == null) {
        continue;
      }
      if (now.equals(first)) {
        break;
      }
      first = first == null ? now : first;
      reached.add(now);
    }
    assertThat(reached).noneMatch(stop -> stop.startsWith("unseen"));
    assertThat(reached).hasSizeBetween(expected, STOPS_MAX - 1);
  }

  private void assertAccessible(String where, Screen look) {
    List<String> violations =
        new AxeBuilder(desk.page)
            .withTags(STANDARDS).setLegacyMode(true).analyze().getViolations().stream()
                .map((Rule rule) -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertThat(violations).as("%s in %s", where, look).isEmpty();
  }
}
