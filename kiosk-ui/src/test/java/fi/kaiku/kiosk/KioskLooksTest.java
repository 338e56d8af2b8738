package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen of the kiosk: pictures, sizes in millimetres, and what axe finds. */
class KioskLooksTest {
  private static final List<String> STANDARDS =
      List.of(
          "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice");

  /** Lists what is too small, too near, cut off or out of sight. */
  private static final String MISFITS =
      """
      () => {
        const found = [];
        const root = getComputedStyle(document.documentElement);
        const mm = parseFloat(root.getPropertyValue('--mm'));
        const distance = parseFloat(root.getPropertyValue('--distance'));
        const room = document.querySelector('dialog[open]') ?? document.body;
        const visible = (selector) => [...room.querySelectorAll(selector)].filter((e) => e.checkVisibility());
        const boxes = visible('button').map((e) => ({ e, name: e.dataset.press, r: e.getBoundingClientRect() }));
        for (const { e, name, r } of boxes) {
          const least = e.matches('.primary, .help') ? 20 : 15;
          if (r.height < least * mm - 1 || r.width < 15 * mm - 1) found.push(`${name} is ${Math.round(r.width / mm)} x ${Math.round(r.height / mm)} mm`);
          if (!e.closest('.what-there-is, .tools, .stage:has(.picture)') && (r.top < 0 || r.left < 0 || r.bottom > innerHeight + 1 || r.right > innerWidth + 1)) found.push(`${name} is out of sight`);
          if (e.scrollWidth > e.clientWidth + 1) found.push(`${name} is cut`);
          for (const other of boxes) {
            const dx = Math.max(r.left - other.r.right, other.r.left - r.right);
            const dy = Math.max(r.top - other.r.bottom, other.r.top - r.bottom);
            if (other.e !== e && Math.max(dx, dy) < 3 * mm - 1.5 && ![e, other.e].some((b) => b.closest('.what-there-is'))) found.push(`${name} is near ${other.name}: ${(Math.max(dx, dy) / mm).toFixed(1)} mm`);
          }
        }
        const pen = new OffscreenCanvas(1, 1).getContext('2d');
        for (const e of visible('h1, h2, p, b, span, button, time')) {
          const style = getComputedStyle(e);
          pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
          const degrees = Math.atan(pen.measureText('H').actualBoundingBoxAscent / mm / distance) * 180 / Math.PI;
          if (degrees < 0.695) found.push(`${e.textContent} is ${degrees.toFixed(2)} degrees`);
          if (style.display !== 'inline' && e.scrollWidth > e.clientWidth + 2) found.push(`cut: ${e.textContent}`);
        }
        return found;
      }
      """;

  /** A language and a theme. */
  private record Look(String language, String theme) {}

  /** Every other one in high contrast. */
  private static final List<Look> LOOKS =
      List.of(
          new Look("fi", "light"),
          new Look("fi-easy", "contrast"),
          new Look("sv", "light"),
          new Look("en", "contrast"));

  @TempDir Path folder;
  private static DeskBrowser browser;

  @BeforeAll
  static void open() {
    browser = new DeskBrowser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @ParameterizedTest(name = "{0}x{1}")
  @CsvSource({"1080, 1920", "1920, 1080", "1280, 800", "800, 480"})
  void everyScreenFitsItsPanel(int width, int height) throws IOException {
    try (OpenKiosk kiosk = new OpenKiosk(folder, browser.page(width, height))) {
      KioskScenes.all()
          .forEach(
              (name, way) -> {
                way.accept(kiosk);
                KioskScenes.takePicture(kiosk, width + "x" + height + "/" + name);
                assertThat(misfits(kiosk)).as(name).isEmpty();
                KioskScenes.leave(kiosk);
              });
    }
  }

  /** The usual panels, and how far their customers stand. */
  @ParameterizedTest(name = "{0}x{1}, {2} px/mm, {3} mm away")
  @CsvSource({
    "1080, 1920, 4.03, 600",
    "1920, 1080, 4.03, 600",
    "1920, 1080, 5.56, 500",
    "1920, 1080, 6.52, 450",
    "1280, 800, 5.89, 450",
    "800, 480, 5.24, 350",
  })
  void sizesFollowThePanel(int width, int height, double pxPerMm, int distance) throws IOException {
    try (OpenKiosk kiosk = new OpenKiosk(folder, browser.page(width, height))) {
      kiosk.page.evaluate(
          """
          ({ mm, distance }) => {
            document.documentElement.style.setProperty('--mm', mm + 'px');
            document.documentElement.style.setProperty('--distance', distance);
          }
          """,
          Map.of("mm", pxPerMm, "distance", distance));
      kiosk.toWho();
      assertThat(misfits(kiosk)).isEmpty();
    }
  }

  /** Each screen in both themes and two languages; in all four, and longer, in the soak. */
  @Test
  void axeFindsNothing() throws IOException {
    try (OpenKiosk kiosk = new OpenKiosk(folder, browser.page(1080, 1920))) {
      int turn = 0;
      for (Map.Entry<String, Consumer<OpenKiosk>> scene : KioskScenes.all().entrySet()) {
        scene.getValue().accept(kiosk);
        int looks = DeskScenes.ALL_COMBINATIONS ? LOOKS.size() : 2;
        for (int look = 0; look < looks; look++) {
          Look next = LOOKS.get((turn + look) % LOOKS.size());
          axe(kiosk, scene.getKey(), next.language(), next.theme());
        }
        turn++;
        KioskScenes.leave(kiosk);
      }
    }
  }

  private static void axe(OpenKiosk kiosk, String name, String language, String theme) {
    kiosk.apart();
    kiosk.page.evaluate(
        """
        ({ language, theme }) => {
          document.querySelector(`[data-press=language-${language}]`).click();
          document.documentElement.dataset.theme = theme;
        }
        """,
        Map.of("language", language, "theme", theme));
    kiosk.pressedJustNow();
    List<String> violations =
        new AxeBuilder(kiosk.page)
            .withTags(STANDARDS).analyze().getViolations().stream()
                .map((Rule rule) -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertThat(violations).as("%s in %s, %s", name, language, theme).isEmpty();
  }

  /** From a wheelchair, with large letters, with the left hand: on the tall panel. */
  @ParameterizedTest
  @CsvSource({"low", "large", "mirror", "calm", "contrast"})
  void everyWishFits(String wish) throws IOException {
    try (OpenKiosk kiosk = new OpenKiosk(folder, browser.page(1080, 1920))) {
      kiosk.touch("wish-" + wish);
      kiosk.scan();
      KioskScenes.takePicture(kiosk, "wishes/" + wish + "-event");
      assertThat(misfits(kiosk)).isEmpty();
      kiosk.touch("event-" + KioskStates.CONCERT);
      kiosk.shows("who");
      KioskScenes.takePicture(kiosk, "wishes/" + wish + "-who");
      assertThat(misfits(kiosk)).isEmpty();
      if (wish.equals("low")) {
        assertThat(
                kiosk.page.evaluate(
                    """
                    Math.min(...[...document.querySelectorAll('button')].filter((b) => b.checkVisibility())
                      .map((b) => b.getBoundingClientRect().top)) >= 0.6 * innerHeight
                    """))
            .isEqualTo(true);
      }
    }
  }

  private static List<?> misfits(OpenKiosk kiosk) {
    kiosk.page.evaluate("document.fonts.ready");
    return (List<?>) kiosk.page.evaluate(MISFITS);
  }
}
