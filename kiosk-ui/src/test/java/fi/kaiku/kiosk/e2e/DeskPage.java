package fi.kaiku.kiosk.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.kaiku.kiosk.WebResource;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The desk on a clerk's screen: what it says in the chosen language, what it looks like. */
final class DeskPage {
  private static final Path PICTURES = Path.of("target/screens/flow");
  private static final List<String> STANDARDS =
      List.of(
          "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice");

  final Page page;
  private final String language;
  private final JsonNode words;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  DeskPage(Page page, String url, String language) {
    this.page = page;
    this.language = language;
    this.words = new WebResource("/web/i18n/" + language + ".json").json();
    page.onPageError(errors::add);
    page.navigate(url);
    assertThat(find(".bar")).isVisible();
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  void press(String key) {
    page.keyboard().press(key);
  }

  /** The verdict stands on the screen with its own words. */
  void shows(String code) {
    assertThat(find("[data-verdict][data-code=" + code + "]")).isVisible();
    assertThat(find("[data-verdict] h1")).hasText(say("/verdict/" + code + "/title"));
  }

  /** It gives nothing, says what to do now and how to say it, and has no way to issue. */
  void refuses(String code) {
    shows(code);
    assertThat(find(".stage")).containsText(fixedPart(say("/verdict/" + code + "/now")));
    assertThat(find(".stage")).containsText(fixedPart(say("/verdict/" + code + "/say")));
    assertThat(find("[data-issue]")).hasCount(0);
  }

  private static String fixedPart(String text) {
    return text.split("\\{", 2)[0].strip();
  }

  /** The words of the page's own list, for whichever language is shown. */
  String say(String pointer) {
    String text = words.at(pointer).asText();
    assertThat(text).as(language + " " + pointer).isNotBlank();
    return text;
  }

  String say(String pointer, int count) {
    return say(pointer + (count == 1 ? "/one" : "/other")).replace("{n}", Integer.toString(count));
  }

  /** Each screen of the flow is kept as a picture and passes axe. */
  void looksRight(String screen) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(language + "-" + screen + ".png")));
    List<String> violations =
        new AxeBuilder(page)
            .withTags(STANDARDS).analyze().getViolations().stream()
                .map((Rule rule) -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .toList();
    assertThat(violations).as("%s in %s", screen, language).isEmpty();
    assertThat(errors).as("what the page threw").isEmpty();
  }
}
