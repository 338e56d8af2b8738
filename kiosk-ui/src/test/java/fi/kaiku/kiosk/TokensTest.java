package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The colours of all themes, held to WCAG: text to 7:1 (1.4.6), edges and shapes to 3:1 (1.4.11).
 */
class TokensTest {
  /** The last one is asked for at a kiosk. */
  private static final List<String> THEMES = List.of("light", "dark", "contrast");

  private static final double TEXT_RATIO = 7;
  private static final double PART_RATIO = 3;

  private static final String CSS = new WebResource("/web/css/tokens.css").text();
  private static final Pattern DECLARATION = Pattern.compile("--([\\w-]+):\\s*([^;]+);");
  private static final Pattern REFERENCE = Pattern.compile("var\\(--([\\w-]+)\\)");

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "text, surface",
    "text, raised",
    "text, sunken",
    "text, action-soft",
    "text, yes-soft",
    "text-soft, surface",
    "text-soft, raised",
    "text-soft, sunken",
    "text-soft, action-soft",
    "action, surface",
    "action, raised",
    "action, sunken",
    "action, action-soft",
    "on-action, action",
    "on-action, action-pressed",
    "on-yes, yes",
    "on-mind, mind",
    "on-no, no",
    "on-next, next",
    "on-mind, surface",
    "on-mind, raised",
    "on-mind, sunken",
    "on-no, surface",
    "on-no, raised",
    "yes-edge, raised",
  })
  void textIsReadableInEveryTheme(String ink, String ground) {
    for (String theme : THEMES) {
      assertContrast(theme, ink, ground, TEXT_RATIO);
    }
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "edge, surface",
    "edge, raised",
    "edge, sunken",
    "focus, surface",
    "focus, raised",
    "focus, sunken",
    "action, surface",
    "yes-edge, surface",
    "yes-edge, sunken",
    "yes-edge, yes-soft",
    "on-next, sunken",
    "on-no, sunken",
    "on-mind, sunken",
  })
  void edgesAndShapesStandOutInEveryTheme(String part, String ground) {
    for (String theme : THEMES) {
      assertContrast(theme, part, ground, PART_RATIO);
    }
  }

  @Test
  void allThemesSetTheSameRoles() {
    for (String theme : THEMES) {
      assertThat(declarations("[data-theme=\"" + theme + "\"]").keySet())
          .isEqualTo(declarations("[data-theme=\"light\"]").keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "controls",
        "pictures",
        "parts",
        "lists",
        "frame",
        "scenes",
        "dialogs",
        "sizes",
        "kiosk/sizes",
        "kiosk/frame",
        "kiosk/screens",
        "kiosk/layouts"
      })
  void partsUseRolesAndNeverRawColours(String sheet) {
    String css = new WebResource("/web/css/" + sheet + ".css").text();
    String rawNames = String.join("|", declarations(":root").keySet());
    assertThat(css).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b").doesNotContainPattern("rgb\\(");
    assertThat(css).doesNotContainPattern("var\\(--(" + rawNames + ")\\)");
  }

  private static void assertContrast(String theme, String ink, String ground, double least) {
    double inkLight = luminance(colour(theme, ink));
    double groundLight = luminance(colour(theme, ground));
    double ratio =
        (Math.max(inkLight, groundLight) + 0.05) / (Math.min(inkLight, groundLight) + 0.05);
    assertThat(ratio).as("%s: %s on %s", theme, ink, ground).isGreaterThanOrEqualTo(least);
  }

  private static String colour(String theme, String role) {
    String value = declarations("[data-theme=\"" + theme + "\"]").get(role);
    assertThat(value).as("role %s of %s", role, theme).isNotNull();
    Matcher reference = REFERENCE.matcher(value);
    return reference.matches() ? declarations(":root").get(reference.group(1)) : value;
  }

  /** What the first block of this selector declares. */
  private static Map<String, String> declarations(String selector) {
    int start = CSS.indexOf(selector + " {");
    assertThat(start).as(selector).isNotNegative();
    Map<String, String> found = new HashMap<>();
    DECLARATION
        .matcher(CSS.substring(start, CSS.indexOf('}', start)))
        .results()
        .forEach((MatchResult one) -> found.put(one.group(1), one.group(2).strip()));
    return found;
  }

  /** Relative luminance by WCAG 2.2. */
  private static double luminance(String hex) {
    assertThat(hex).matches("#[0-9a-f]{6}");
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
