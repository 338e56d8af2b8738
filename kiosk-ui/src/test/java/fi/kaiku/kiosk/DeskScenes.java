package fi.kaiku.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything that the desk can show: each scene of the stage and each dialog, by a name for its
 * picture, and how to bring the page to it. Pictures go to {@code target/screens}.
 */
final class DeskScenes {
  /** All combinations take minutes: the long count of {@code kaiku soak}. */
  static final boolean ALL_COMBINATIONS = Boolean.getBoolean("kaiku.soak");

  /** A screen as somebody may have it. */
  record Screen(String language, String theme, int width, int height) {
    @Override
    public String toString() {
      return language + "-" + theme + "-" + width + "x" + height;
    }
  }

  /** A dialog: the state it is opened in, and the presses that open it. */
  record Opening(JsonNode station, List<String> presses) {}

  private static final Path PICTURES = Path.of("target/screens");
  private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
  private static final List<String> THEMES = List.of("light", "dark");
  private static final int[][] SIZES = {
    {800, 480}, {1024, 600}, {1280, 800}, {1920, 1080}, {1080, 1920}
  };

  private DeskScenes() {}

  /** Of all screens, or each size, language and theme at least once. */
  static Stream<Screen> screens() {
    if (ALL_COMBINATIONS) {
      return combinations();
    }
    return Stream.of(
        new Screen("fi", "light", 1280, 800),
        new Screen("sv", "dark", 1280, 800),
        new Screen("fi", "dark", 800, 480),
        new Screen("sv", "light", 800, 480),
        new Screen("en", "light", 1024, 600),
        new Screen("fi", "light", 1920, 1080),
        new Screen("sv", "light", 1080, 1920));
  }

  private static Stream<Screen> combinations() {
    return Stream.of(SIZES)
        .flatMap(size -> looks().map(l -> new Screen(l.language(), l.theme(), size[0], size[1])));
  }

  /** Every language in every theme, on the most usual size. */
  static Stream<Screen> looks() {
    return LANGUAGES.stream()
        .flatMap(lang -> THEMES.stream().map(theme -> new Screen(lang, theme, 1280, 800)));
  }

  /** Names of all, or of the share of the n-th of {@code shares} equal ones. */
  static List<String> share(Map<String, ?> all, int n, int shares) {
    List<String> names = List.copyOf(all.keySet());
    return IntStream.range(0, names.size())
        .filter(at -> ALL_COMBINATIONS || at % shares == n)
        .mapToObj(names::get)
        .toList();
  }

  /** Each kind of scene, and every code of the contract where the words are longest. */
  static Map<String, JsonNode> scenesFor(Screen screen) {
    boolean narrowest = screen.width() <= 800;
    return ALL_COMBINATIONS || narrowest ? scenes() : DeskStates.scenes();
  }

  /** Scenes of the stage, every code of the contract among them. */
  static Map<String, JsonNode> scenes() {
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

  static Map<String, Opening> dialogs() {
    Map<String, Opening> dialogs = new LinkedHashMap<>();
    dialogs.put("help", from(DeskStates.idle(), "F1"));
    dialogs.put("typing", from(DeskStates.idle(), "F2"));
    dialogs.put("event", from(DeskStates.idle(), "F3"));
    dialogs.put("today", from(DeskStates.idle(), "F4"));
    dialogs.put("settings", from(DeskStates.idle(), "F10"));
    dialogs.put("status", from(DeskStates.troubled(), "[data-light=scanner]"));
    dialogs.put("status-clock", from(DeskStates.clockInDoubt(), "[data-light=clock]"));
    dialogs.put("replace", from(DeskStates.asked("ALREADY_USED"), "[data-way=replace]"));
    dialogs.put("row", fromRow());
    dialogs.put("row-void", fromRow("[data-row-action=void]"));
    dialogs.put("row-helpers", fromRow("[data-row-action=helpers]"));
    return dialogs;
  }

  private static Opening from(JsonNode station, String... presses) {
    return new Opening(station, List.of(presses));
  }

  /** By the list's own dialog: the list beside the stage is not there on a small screen. */
  private static Opening fromRow(String... presses) {
    Stream<String> toRow = Stream.of("F4", "dialog .menu");
    return new Opening(DeskStates.idle(), Stream.concat(toRow, Stream.of(presses)).toList());
  }

  /** Sets language and theme as the clerk would have left them. */
  static void use(OpenDesk desk, Screen screen) {
    use(desk, screen, 1);
  }

  /** With the text made larger too, as in the settings. */
  static void use(OpenDesk desk, Screen screen, double type) {
    desk.page.setViewportSize(screen.width(), screen.height());
    desk.page.evaluate(
        "wishes => localStorage.setItem('kaiku.settings', JSON.stringify(wishes))",
        Map.of("language", screen.language(), "theme", screen.theme(), "type", type));
    desk.page.reload();
    assertThat(desk.find(".bar")).isVisible();
  }

  /** The scene's name stands for the station's, so that the page can be seen to have it. */
  static void show(OpenDesk desk, String name, JsonNode station) {
    ObjectNode named = station.deepCopy();
    desk.daemon.show(named.put("station", name));
    assertThat(desk.find(".where")).containsText(name);
    if (name.equals("CHOOSE_EVENT")) {
      assertThat(desk.find("[data-event]").first()).isVisible();
    }
  }

  static void open(OpenDesk desk, String name, Opening opening) {
    show(desk, name, opening.station());
    for (String press : opening.presses()) {
      if (press.startsWith("F")) {
        desk.press(press);
      } else {
        desk.find(press).first().click();
      }
    }
    assertThat(desk.find("dialog[open]")).isVisible();
  }

  static void close(OpenDesk desk) {
    desk.press("Escape");
    assertThat(desk.find("dialog")).hasCount(0);
  }

  static void takePicture(OpenDesk desk, String folder, String name) {
    desk.page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(folder).resolve(name.toLowerCase(Locale.ROOT) + ".png")));
  }
}
