package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntranceTest {
  @TempDir Path folder;
  private FakeDaemon daemon;
  private RunningKiosk kiosk;

  @BeforeEach
  void start() throws IOException {
    daemon = FakeDaemon.start(folder.resolve("daemon.sock"));
    kiosk = new RunningKiosk(folder, KioskOptions.DemoPanel.HIDDEN);
  }

  @AfterEach
  void stop() {
    kiosk.close();
    daemon.close();
  }

  @Test
  void theLinkLetsOneBrowserIn() throws IOException {
    String link = "/open?station=desk-1&token=" + kiosk.token();

    RawBrowser.Answer answer = kiosk.browser().with("Sec-Fetch-Site", "none").get(link);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/desk");
    assertThat(answer.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .startsWith("kaiku-" + kiosk.port() + "=");
    assertThat(kiosk.browser().get(link).status()).isEqualTo(403);
  }

  @Test
  void aUsedTokenIsReplacedInItsFileAtOnce() throws IOException {
    String first = kiosk.token();
    kiosk.deskBrowser("desk-1");
    assertThat(kiosk.token()).isNotEqualTo(first);
    assertThat(kiosk.deskBrowser("desk-2").get("/ui/station").status()).isEqualTo(200);
  }

  @Test
  void onlyTheOwnerAndTheGroupCanReadTheToken() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kiosk.tokenFile)))
        .isEqualTo("rw-r-----");
    kiosk.deskBrowser("desk-1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kiosk.tokenFile)))
        .isEqualTo("rw-r-----");
    Path sessions = folder.resolve("sessions");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sessions)))
        .isEqualTo("rw-------");
    assertThat(sessions).content().doesNotContain("cookie-");
  }

  @Test
  void aLinkThatWasUsedStillLeadsItsOwnBrowserToTheDesk() throws IOException {
    String link = "/open?station=desk-1&token=" + kiosk.token();
    String cookie = kiosk.browser().get(link).header("Set-Cookie").split(";", 2)[0];
    assertThat(kiosk.browser().with("Cookie", cookie).get(link).status()).isEqualTo(303);
  }

  @Test
  void aWrongTokenOrStationIsAnsweredWithAPageForAPerson() throws IOException {
    for (String query :
        new String[] {
          "",
          "?station=desk-1",
          "?station=desk-1&token=",
          "?station=desk-1&token=wrong",
          "?station=..%2F..&token=" + kiosk.token(),
          "?token=" + kiosk.token()
        }) {
      RawBrowser.Answer answer = kiosk.browser().get("/open" + query);
      assertThat(answer.status()).as(query).isEqualTo(403);
      assertThat(answer.body()).contains("kaiku ui-url");
    }
  }

  @Test
  void whoeverGuessesLocksNobodyOut() throws IOException {
    String right = "/open?station=desk-1&token=" + kiosk.token();
    for (int i = 0; i < 100; i++) {
      assertThat(kiosk.browser().get("/open?station=desk-1&token=x" + i).status()).isEqualTo(403);
    }
    assertThat(kiosk.browser().get(right).status()).isEqualTo(303);
  }

  @Test
  void withoutACookieNothingIsRelayed() throws IOException {
    for (RawBrowser stranger :
        new RawBrowser[] {
          kiosk.browser(), kiosk.browser().with("Cookie", "kaiku-" + kiosk.port() + "=guess")
        }) {
      assertThat(stranger.get("/ui/terminal").status()).isEqualTo(401);
      assertThat(stranger.get("/ui/feed").status()).isEqualTo(401);
      assertThat(stranger.post("/ui/station/typed", "{}").body())
          .contains("urn:kaiku:problem:no-session");
      assertThat(stranger.get("/desk").status()).isEqualTo(401);
    }
    assertThat(daemon.seen).isEmpty();
  }

  @Test
  void aBrowserLedHereByAnotherSiteAsksOnceMoreByItself() throws IOException {
    RawBrowser.Answer answer = kiosk.browser().with("Sec-Fetch-Site", "cross-site").get("/desk");
    assertThat(answer.body()).contains("http-equiv=\"refresh\" content=\"0;url=/desk\"");
  }

  @Test
  void aSessionOutlivesARestartOfTheProcess() {
    String cookie = new Sessions(folder.resolve("kept"), () -> "secret").begin("desk-1");

    Sessions restarted = new Sessions(folder.resolve("kept"), () -> "never");

    assertThat(restarted.station(cookie)).contains("desk-1");
    assertThat(restarted.station("guess")).isEmpty();
  }

  @Test
  void theSessionUsedLongestAgoEndsWhenThereAreTooMany() {
    Sessions sessions = new Sessions(folder.resolve("many"), secretsFrom(0));
    String first = sessions.begin("desk-1");
    String second = sessions.begin("desk-2");
    for (int i = 2; i < Sessions.MAX; i++) {
      sessions.begin("desk-3");
    }
    assertThat(sessions.station(first)).contains("desk-1");

    sessions.begin("desk-4");

    assertThat(sessions.station(first)).contains("desk-1");
    assertThat(sessions.station(second)).isEmpty();
    Sessions restarted = new Sessions(folder.resolve("many"), secretsFrom(1000));
    assertThat(restarted.station(first)).contains("desk-1");
  }

  private static Supplier<String> secretsFrom(int start) {
    AtomicInteger next = new AtomicInteger(start);
    return () -> "secret-" + next.getAndIncrement();
  }
}
