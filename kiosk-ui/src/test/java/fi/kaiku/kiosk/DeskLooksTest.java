package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import fi.kaiku.terminal.admission.Need;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.Reason;
import fi.kaiku.terminal.card.CardReading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every scene in every language fits its screen, is big enough for fingers and eyes, and passes
 * axe. Pictures are left in {@code target/screens}.
 */
class DeskLooksTest {
  private static final Path PICTURES = Path.of("target/screens");
  private static final List<String> STANDARDS =
      List.of(
          "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice");
  private static final Map<String, String> DIALOGS =
      Map.of("F1", "help", "F2", "typing", "F3", "event", "F4", "today", "F10", "settings");

  /** Lists what does not fit; sizes in CSS pixels. */
  private static final String MISFITS =
      """
      () => {
        const found = [];
        const inside = (e) => { const r = e.getBoundingClientRect();
          return r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight + 1 && r.right <= innerWidth + 1; };
        const visible = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
        if (document.scrollingElement.scrollWidth > innerWidth) found.push('page is wider than the screen');
        visible('h1, [data-primary], [data-undo], .bar *, .strip > *').filter((e) => !inside(e))
          .forEach((e) => found.push('outside: ' + e.textContent));
        visible('button').filter((e) => { const r = e.getBoundingClientRect(); return r.height < 40 || r.width < 40; })
          .forEach((e) => found.push('too small: ' + e.textContent));
        visible('h1, h2, h3, b, p, dd, button, .facts, .told span').filter((e) =>
            e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && !e.closest('.event-name'))
          .forEach((e) => found.push('cut: ' + e.textContent));
        visible('.bar time, .bar button, [data-primary]').forEach((a) => visible('.bar time, .bar button, [data-primary]')
          .filter((b) => a !== b && overlap(a.getBoundingClientRect(), b.getBoundingClientRect()))
          .forEach((b) => found.push('over each other: ' + a.textContent + ' / ' + b.textContent)));
        function overlap(a, b) { return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom; }
        return found;
      }
      """;

  /** Height of the verdict's capital H, as an angle at the clerk's eye, in degrees. */
  private static final String CAPITAL_ANGLE =
      """
      () => {
        const style = getComputedStyle(document.querySelector('[data-verdict] h1'));
        const pen = new OffscreenCanvas(1, 1).getContext('2d');
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const root = getComputedStyle(document.documentElement);
        const mm = pen.measureText('H').actualBoundingBoxAscent / parseFloat(root.getPropertyValue('--mm'));
        return Math.atan(mm / parseFloat(root.getPropertyValue('--distance'))) * 180 / Math.PI;
      }
      """;

  /** EN 301 549, 5.1.4. */
  private static final double CAPITAL_DEGREES_MIN = 0.7;

  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  @ParameterizedTest(name = "{0}, {1}x{2}")
  @CsvSource({
    "fi, 800, 480", "sv, 800, 480", "en, 800, 480",
    "fi, 1280, 800", "sv, 1280, 800", "en, 1280, 800",
    "fi, 1920, 1080", "sv, 1080, 1920"
  })
  void everySceneFits(String language, int width, int height) {
    desk.page.setViewportSize(width, height);
    desk.find("[data-language=" + language + "]").click();
    scenes()
        .forEach(
            (name, station) -> {
              showAs(name, station);
              assertThat(listed(MISFITS))
                  .as("%s, %s, %dx%d", name, language, width, height)
                  .isEmpty();
              takePicture(language + "-" + width + "x" + height + "-" + name);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNothingOnAnyScene(String theme) {
    useTheme(theme);
    scenes()
        .forEach(
            (name, station) -> {
              showAs(name, station);
              assertAccessible(name);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axeFindsNothingInAnyDialog(String theme) {
    useTheme(theme);
    DIALOGS.forEach(
        (key, dialog) -> {
          desk.press(key);
          assertThat(desk.find("[data-dialog=" + dialog + "]")).isVisible();
          assertAccessible(dialog);
          takePicture(theme + "-dialog-" + dialog);
          desk.press("Escape");
          assertThat(desk.find("dialog")).hasCount(0);
        });
  }

  @ParameterizedTest(name = "{0}x{1}")
  @CsvSource({"800, 480", "1280, 800", "1920, 1080", "1080, 1920"})
  void aVerdictIsReadableFromWhereTheClerkStands(int width, int height) {
    desk.page.setViewportSize(width, height);
    desk.show(DeskStates.ready(), "[data-verdict]");
    desk.page.evaluate("document.fonts.ready");
    assertThat(((Number) desk.page.evaluate(CAPITAL_ANGLE)).doubleValue())
        .isGreaterThanOrEqualTo(CAPITAL_DEGREES_MIN);
  }

  @Test
  void theTypingDialogFitsTheSmallestScreen() {
    desk.page.setViewportSize(800, 480);
    desk.press("F2");
    assertThat(desk.find("[data-check]")).isInViewport();
    assertThat(desk.find("[data-key='1']")).isInViewport();
    assertThat(listed(MISFITS)).isEmpty();
    takePicture("fi-800x480-dialog-typing");
  }

  private static Map<String, JsonNode> scenes() {
    Map<String, JsonNode> scenes = new LinkedHashMap<>(DeskStates.scenes());
    for (Reason reason : Reason.values()) {
      scenes.put(reason.name(), DeskStates.refused(reason.name()));
    }
    for (Question question : Question.values()) {
      scenes.put(question.name(), DeskStates.asked(question.name()));
    }
    for (Need need : Need.values()) {
      scenes.put(need.name(), DeskStates.missing(need.name()));
    }
    for (CardReading.Kind kind : CardReading.Kind.values()) {
      scenes.put(kind.name(), DeskStates.notice("NOT_A_CARD", kind.name()));
    }
    return scenes;
  }

  /** The scene's name stands for the station's, so that the page can be seen to have it. */
  private void showAs(String name, JsonNode station) {
    ObjectNode named = station.deepCopy();
    desk.daemon.show(named.put("station", name));
    assertThat(desk.find(".where")).containsText(name);
    if (name.equals("CHOOSE_EVENT")) {
      assertThat(desk.find("[data-event]").first()).isVisible();
    }
  }

  private void useTheme(String theme) {
    desk.press("F10");
    desk.find("[data-setting=theme] [data-value=" + theme + "]").click();
    desk.press("Escape");
  }

  @SuppressWarnings("unchecked") // the script returns an array of texts
  private List<String> listed(String script) {
    return (List<String>) desk.page.evaluate(script);
  }

  private void assertAccessible(String where) {
    List<String> violations =
        new AxeBuilder(desk.page)
            .withTags(STANDARDS).analyze().getViolations().stream()
                .map((Rule rule) -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertThat(violations).as(where).isEmpty();
  }

  private void takePicture(String name) {
    desk.page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
  }
}
