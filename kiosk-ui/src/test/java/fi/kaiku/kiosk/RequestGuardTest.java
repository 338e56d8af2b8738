package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
  @TempDir Path folder;
  private FakeDaemon daemon;
  private RunningKiosk kiosk;

  @BeforeEach
  void start() throws IOException {
    daemon = FakeDaemon.start(folder.resolve("daemon.sock"));
    kiosk = new RunningKiosk(folder, KioskOptions.DemoPanel.SHOWN);
  }

  @AfterEach
  void stop() {
    kiosk.close();
    daemon.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/pages/plain.css", "/health", "/ui/station", "/open", "/nothing"})
  void aForeignHostGetsNothing(String path) throws IOException {
    for (String host : new String[] {"evil.example:" + kiosk.port(), "127.0.0.1", "localhost:1"}) {
      RawBrowser.Answer answer = kiosk.browser().with("Host", host).get(path);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("urn:kaiku:problem:foreign-host");
    }
  }

  @Test
  void aHostThatOnlyBeginsLikeOursIsForeign() throws IOException {
    String host = "127.0.0.1:" + kiosk.port() + ".evil.example";
    assertThat(kiosk.browser().with("Host", host).get("/health").status()).isIn(400, 403);
  }

  @Test
  void localhostIsOursToo() throws IOException {
    String host = "localhost:" + kiosk.port();
    assertThat(kiosk.browser().with("Host", host).get("/health").status()).isEqualTo(200);
  }

  @Test
  void aPostNeedsOurOwnOrigin() throws IOException {
    RawBrowser desk = kiosk.deskBrowser("desk-1");
    assertThat(desk.post("/ui/station/notice/dismiss", "").status()).isEqualTo(200);
    for (String origin : new String[] {"null", "http://evil.example", "http://localhost:1"}) {
      assertThat(desk.with("Origin", origin).post("/ui/station/notice/dismiss", "").body())
          .contains("urn:kaiku:problem:foreign-origin");
    }
    assertThat(desk.without("Origin").post("/ui/station/notice/dismiss", "").status())
        .isEqualTo(403);
  }

  @Test
  void theOriginIsTheHostThatWasAsked() throws IOException {
    RawBrowser desk = kiosk.deskBrowser("desk-1").with("Host", "localhost:" + kiosk.port());
    assertThat(desk.post("/ui/station/notice/dismiss", "").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ui/feed", "/ui/station", "/ui/station/today"})
  void callsAndStreamsNeedOurOwnSite(String path) throws IOException {
    RawBrowser desk = kiosk.deskBrowser("desk-1").without("Origin");
    for (String site : new String[] {"cross-site", "same-site", "none"}) {
      assertThat(desk.with("Sec-Fetch-Site", site).get(path).body())
          .contains("urn:kaiku:problem:foreign-origin");
    }
    assertThat(desk.without("Sec-Fetch-Site").get(path).status()).isEqualTo(403);
    assertThat(daemon.seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void otherMethodsDoNothing(String method) throws IOException {
    RawBrowser desk = kiosk.deskBrowser("desk-1");
    assertThat(desk.send(method, "/ui/station/visit/issue", "").status()).isGreaterThan(399);
    assertThat(daemon.seen).isEmpty();
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws IOException {
    for (String path : new String[] {"/pages/plain.css", "/nothing", "/ui/station", "/desk"}) {
      RawBrowser.Answer answer = kiosk.browser().get(path);
      assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Permissions-Policy")).contains("camera=()");
      assertThat(answer.header("Server")).isEmpty();
    }
  }
}
