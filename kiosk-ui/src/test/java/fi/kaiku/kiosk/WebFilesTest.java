package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFilesTest {
  private static final String MAP = "{\"imports\":{\"preact\":\"/vendor/preact.js\"}}";

  @TempDir Path folder;

  @Test
  void thePolicyLetsNothingInlineRunButTheImportMaps() {
    String policy = policy("<script type=\"importmap\">" + MAP + "</script>");
    // printf '%s' '{"imports":...}' | openssl dgst -sha256 -binary | base64
    assertThat(policy)
        .contains("script-src 'self' 'sha256-LlliaqiiKF6FyBlT7ubb6LZ8yDL4uUzUm18YYFKo9rM=';")
        .contains("require-trusted-types-for 'script'")
        .doesNotContain("unsafe")
        .doesNotContain("*")
        .doesNotContain("http");
  }

  @Test
  void theAppsOwnPolicyHasNoLooseEnd() {
    SecurityHeaders headers = new SecurityHeaders(WebFiles.load().all());
    assertThat(headers.all().get("Content-Security-Policy"))
        .doesNotContain("unsafe")
        .doesNotContain("eval")
        .doesNotContain("http:")
        .contains("base-uri 'none'", "frame-ancestors 'none'", "form-action 'none'");
  }

  @Test
  void noPageHasScriptOrStyleThatThePolicyWouldStop() {
    for (WebFile page : WebFiles.load().all()) {
      if (page.isPage()) {
        assertThat(page.text().replace("<script type=\"importmap\">", ""))
            .doesNotContain("<script>", "<style", " style=\"", " onclick=", "javascript:");
      }
    }
  }

  @Test
  void vendoredFilesAreKeptForEverAndTheRestIsAskedForAnew() {
    assertThat(file("/vendor/preact.js").cacheControl()).contains("immutable");
    assertThat(file("/js/main.js").cacheControl()).isEqualTo("no-cache");
    assertThat(file("/desk.html").contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(file("/js/main.js").contentType()).startsWith("text/javascript");
    assertThat(file("/vendor/a.woff2").contentType()).isEqualTo("font/woff2");
    assertThat(file("/vendor/LICENSE").contentType()).startsWith("text/plain");
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws IOException {
    try (RunningKiosk kiosk = new RunningKiosk(folder, KioskOptions.DemoPanel.HIDDEN)) {
      RawBrowser.Answer first = kiosk.browser().get("/pages/plain.css");
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.header("Content-Type")).startsWith("text/css");
      RawBrowser.Answer second =
          kiosk.browser().with("If-None-Match", first.header("ETag")).get("/pages/plain.css");
      assertThat(second.status()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
    }
  }

  private static String policy(String page) {
    return new SecurityHeaders(List.of(file("/desk.html", page)))
        .all()
        .get("Content-Security-Policy");
  }

  private static WebFile file(String path) {
    return file(path, "x");
  }

  private static WebFile file(String path, String text) {
    return new WebFile(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
