package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelayRouteTest {
  private static final String OPENAPI = "/fi/kaiku/terminal/api/openapi.yaml";
  private static final Pattern PATH = Pattern.compile("^  (/v1/\\S+):$");
  private static final Pattern METHOD = Pattern.compile("^    (get|post):$");
  private static final Pattern TAGS = Pattern.compile("^      tags: \\[(.*)]$");

  @Test
  void exactlyTheCallsOfTheUiSocketAreRelayed() throws IOException {
    Set<String> relayed =
        RelayRoute.all(KioskOptions.DemoPanel.SHOWN).stream()
            .map(route -> route.method().name() + " " + route.upstream())
            .collect(Collectors.toCollection(TreeSet::new));
    relayed.add("GET /v1/stations/{station}/feed");

    assertThat(relayed).isEqualTo(describedForUi());
  }

  @Test
  void aPlaceholderTakesOnlyItsOwnShape() {
    RelayRoute undo =
        RelayRoute.all(KioskOptions.DemoPanel.HIDDEN).stream()
            .filter(route -> route.path().endsWith("/undo"))
            .findFirst()
            .orElseThrow();
    String id = "018f2d6e-0000-7000-8000-000000000001";
    assertThat(undo.upstreamPath(Map.of("station", "desk-1", "admission", id)))
        .isEqualTo("/v1/stations/desk-1/admissions/" + id + "/undo");
    for (String wrong : new String[] {"", "..", "a/b", id + "\n", "x".repeat(36), "$1"}) {
      assertThatThrownBy(() -> undo.upstreamPath(Map.of("station", "desk-1", "admission", wrong)))
          .isInstanceOf(RefusedException.class);
    }
  }

  /** Read by lines: the document is ours and its indentation is regular. */
  private static Set<String> describedForUi() throws IOException {
    Set<String> calls = new TreeSet<>();
    String path = "";
    String method = "";
    for (String line : openApi().lines().toList()) {
      Matcher isPath = PATH.matcher(line);
      Matcher isMethod = METHOD.matcher(line);
      Matcher isTags = TAGS.matcher(line);
      if (isPath.matches()) {
        path = isPath.group(1);
      } else if (isMethod.matches()) {
        method = isMethod.group(1).toUpperCase(Locale.ROOT);
      } else if (isTags.matches() && isTags.group(1).contains("ui") && path.startsWith("/v1/")) {
        calls.add(method + " " + path);
      }
      if (line.matches("^  /(?!v1/).*")) {
        path = "";
      }
    }
    return calls;
  }

  private static String openApi() throws IOException {
    try (InputStream in = RelayRouteTest.class.getResourceAsStream(OPENAPI)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
