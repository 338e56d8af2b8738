package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.kiosk.DeskScenes.Screen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scene and dialog fits its screen and is big enough for fingers and eyes. */
class DeskLooksTest {
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

  /** Each kind of scene, and a customer served while much else wants to be seen. */
  private static final List<String> LARGER =
      List.of(
          "ready",
          "served-under-bars",
          "community",
          "given",
          "troubled",
          "clock",
          "print-question",
          "EXPIRED",
          "ALREADY_USED",
          "LARGE_GROUP");

  private static final String HIDDEN_LINES =
      "e => Math.round((e.scrollHeight - e.clientHeight) / parseFloat(getComputedStyle(e).lineHeight))";

  private static final String ALWAYS_IN_SIGHT =
      "[data-scene-heading], [data-primary], [data-cancel], [data-undo], .bar button, .strip button";

  @RegisterExtension final DeskExtension on = new DeskExtension();
  private OpenDesk desk;

  @BeforeEach
  void sitDown() {
    desk = on.desk();
  }

  @ParameterizedTest
  @MethodSource("fi.kaiku.kiosk.DeskScenes#screens")
  void everySceneFits(Screen screen) {
    DeskScenes.use(desk, screen);
    DeskScenes.scenesFor(screen)
        .forEach(
            (name, station) -> {
              DeskScenes.show(desk, name, station);
              Fit.assertFits(desk, name + " on " + screen);
              DeskScenes.takePicture(desk, screen.toString(), name);
            });
  }

  @ParameterizedTest
  @MethodSource("fi.kaiku.kiosk.DeskScenes#screens")
  void everyDialogFits(Screen screen) {
    DeskScenes.use(desk, screen);
    DeskScenes.dialogs()
        .forEach(
            (name, opening) -> {
              DeskScenes.open(desk, name, opening);
              Fit.assertFits(desk, name + " on " + screen);
              DeskScenes.takePicture(desk, screen.toString(), "dialog-" + name);
              DeskScenes.close(desk);
            });
  }

  /**
   * A window made twice as large shows half as much of the page; the largest text, a third less.
   */
  @ParameterizedTest(name = "{0} {1}x{2}, text times {3}")
  @CsvSource({
    "sv, 640, 400, 1",
    "fi, 800, 480, 1.2",
    "fi, 800, 480, 1.4",
    "sv, 800, 480, 1.4",
    "en, 800, 480, 1.4",
    "sv, 1280, 800, 1.4"
  })
  void everySceneFitsWhenItIsMadeLarger(String language, int width, int height, double type) {
    Screen screen = new Screen(language, "light", width, height);
    DeskScenes.use(desk, screen, type);
    for (String name : LARGER) {
      DeskScenes.show(desk, name, DeskScenes.scenes().get(name));
      Fit.assertInSight(desk, ALWAYS_IN_SIGHT, name);
      Fit.assertFits(desk, name + " on " + screen);
      DeskScenes.takePicture(desk, "larger-" + type, screen + "-" + name);
    }
  }

  @ParameterizedTest(name = "{0} {1}x{2}, text times {3}")
  @CsvSource({
    "fi, 800, 480, 1",
    "sv, 800, 480, 1",
    "fi, 800, 480, 1.4",
    "sv, 800, 480, 1.4",
    "en, 800, 480, 1.4",
    "sv, 1280, 800, 1",
    "sv, 1280, 800, 1.4"
  })
  void theThreeWaysOfAUsedCardAreInSightAtOnce(
      String language, int width, int height, double type) {
    DeskScenes.use(desk, new Screen(language, "light", width, height), type);
    DeskScenes.show(desk, "used", DeskStates.usedAndNoted());
    DeskScenes.takePicture(desk, "larger-" + type, language + width + "-used-and-noted");
    Fit.assertInSight(desk, "[data-way]", "ways");
  }

  @ParameterizedTest(name = "{0}x{1}")
  @CsvSource({"800, 480", "1024, 600", "1280, 800", "1920, 1080"})
  void theButtonThatSetsTheClockIsInSight(int width, int height) {
    DeskScenes.use(desk, new Screen("en", "light", width, height));
    for (String name : List.of("clock", "clock-refusal")) {
      DeskScenes.show(desk, name, DeskScenes.scenes().get(name));
      Fit.assertInSight(desk, "[data-confirm-clock]", name);
    }
    DeskScenes.open(desk, "status-clock", DeskScenes.dialogs().get("status-clock"));
    Fit.assertInSight(desk, "dialog [data-confirm-clock]", "dialog");
  }

  @ParameterizedTest(name = "{0} {1}x{2}, text times {3}")
  @CsvSource({
    "fi, 800, 480, 1",
    "sv, 800, 480, 1.4",
    "en, 1024, 600, 1",
    "sv, 1280, 800, 1",
    "sv, 1280, 800, 1.4",
    "fi, 1920, 1080, 1"
  })
  void aLongEventsNameAndItsFeeAreReadWhole(String language, int width, int height, double type) {
    DeskScenes.use(desk, new Screen(language, "light", width, height), type);
    DeskScenes.show(desk, "long", DeskStates.longEvent());
    DeskScenes.takePicture(desk, "larger-" + type, language + width + "-long-event");
    Fit.assertInSight(desk, "[data-event-button], [data-term=when], [data-term=fee]", "header");
    assertThat(desk.find(".event-name b").evaluate(HIDDEN_LINES)).isEqualTo(0);
    Fit.assertFits(desk, "long event on " + width);
  }

  @Test
  void whatWasScrolledAwayForOneCustomerIsInSightForTheNext() {
    desk.page.setViewportSize(800, 480);
    desk.show(DeskStates.community(), "[data-verdict]");
    desk.find("[data-stepper=interpreters]").scrollIntoViewIfNeeded();
    assertThat(desk.find(".stage-body").evaluate("body => body.scrollTop > 0")).isEqualTo(true);
    desk.show(DeskStates.asked("ALREADY_USED"), "[data-way]");
    Fit.assertInSight(desk, "[data-way]", "ways");
  }

  @ParameterizedTest(name = "{0}x{1}")
  @CsvSource({"800, 480", "1024, 600", "1280, 800", "1920, 1080", "1080, 1920"})
  void aVerdictIsReadableFromWhereTheClerkStands(int width, int height) {
    desk.page.setViewportSize(width, height);
    desk.show(DeskStates.ready(), "[data-verdict]");
    desk.page.evaluate("document.fonts.ready");
    assertThat(((Number) desk.page.evaluate(CAPITAL_ANGLE)).doubleValue())
        .isGreaterThanOrEqualTo(CAPITAL_DEGREES_MIN);
  }

  @Test
  void theTypingDialogFitsTheSmallestScreenWhole() {
    desk.page.setViewportSize(800, 480);
    desk.press("F2");
    assertThat(desk.find("[data-check]")).isInViewport();
    assertThat(desk.find("[data-key='1']")).isInViewport();
  }
}
