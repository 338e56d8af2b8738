package fi.kaiku.terminal.config;

import java.util.HashSet;
import java.util.List;

/**
 * The desk in the browser.
 *
 * @param port of the kiosk UI process on 127.0.0.1
 * @param languages to switch between, the first to begin with
 */
public record UiConfig(int port, List<String> languages) {
  private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
  private static final int PORT_DEFAULT = 8080;

  /** Lower ones need rights that the UI process does not have. */
  private static final int PORT_MIN = 1024;

  private static final int PORT_MAX = 65_535;

  public UiConfig {
    languages = List.copyOf(languages);
  }

  static UiConfig read(Section ui) {
    int port = ui.optional("port", ValueKinds.whole(PORT_MIN, PORT_MAX), PORT_DEFAULT);
    List<String> languages =
        ui.values(
            "languages",
            ValueKind.oneOf(LANGUAGES).once(new HashSet<>(), "stands there twice"),
            LANGUAGES);
    if (languages.isEmpty()) {
      ui.problem("languages", "expected at least one of " + String.join(", ", LANGUAGES));
    }
    ui.end();
    return new UiConfig(port, languages);
  }
}
