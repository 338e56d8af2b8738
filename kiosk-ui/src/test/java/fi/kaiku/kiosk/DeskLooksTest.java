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
  @ParameterizedTest(name = "{0}x{1}, text times {2}")
  @CsvSource({"640, 400, 1", "800, 480, 1.4", "1280, 800, 1.4"})
  void everySceneFitsWhenItIsMadeLarger(int width, int height, String type) {
    Screen screen = new Screen("sv", "light", width, height);
    DeskScenes.use(desk, screen);
    desk.page.evaluate("type => document.documentElement.style.setProperty('--type', type)", type);
    for (String name : List.of("ready", "community", "given", "troubled", "clock", "EXPIRED")) {
      DeskScenes.show(desk, name, DeskScenes.scenes().get(name));
      Fit.assertFits(desk, name + " on " + screen);
      DeskScenes.takePicture(desk, "larger", width + "x" + height + "-" + type + "-" + name);
    }
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
