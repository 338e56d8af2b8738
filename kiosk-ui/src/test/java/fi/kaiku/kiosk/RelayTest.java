package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {
  private static final String ADMISSION = "018f2d6e-0000-7000-8000-000000000001";

  private static final int WARM_UP_CALLS = 20;

  /** Both ends of the last few calls may be on their way out. */
  private static final int STILL_CLOSING = 20;

  @TempDir Path folder;
  private FakeDaemon daemon;
  private RunningKiosk kiosk;
  private RawBrowser desk;

  @BeforeEach
  void start() throws IOException {
    daemon = FakeDaemon.start(folder.resolve("daemon.sock"));
    kiosk = new RunningKiosk(folder, KioskOptions.DemoPanel.HIDDEN);
    desk = kiosk.deskBrowser("desk-7");
  }

  @AfterEach
  void stop() {
    kiosk.close();
    daemon.close();
  }

  @Test
  void aCallGoesToTheStationOfTheSession() throws Exception {
    RawBrowser.Answer answer = desk.post("/ui/station/typed", "{\"text\":\"åäö\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"said\":\"ää\"}");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(daemon.nextSeen())
        .isEqualTo(
            new FakeDaemon.Seen("POST", "/v1/stations/desk-7/typed", "", "", "{\"text\":\"åäö\"}"));
  }

  @Test
  void idsSearchWordsAndKeysArePassedOn() throws Exception {
    String key = "11111111-2222-3333-4444-555555555555";
    desk.with("Idempotency-Key", key).post("/ui/station/admissions/" + ADMISSION + "/reprint", "");
    assertThat(daemon.nextSeen())
        .isEqualTo(
            new FakeDaemon.Seen(
                "POST", "/v1/stations/desk-7/admissions/" + ADMISSION + "/reprint", "", key, ""));

    desk.get("/ui/station/today?query=y%C3%B6%26x%3D1%23");
    assertThat(daemon.nextSeen().query()).isEqualTo("query=y%C3%B6%26x%3D1%23");
  }

  @Test
  void theDaemonsProblemsPassThrough() throws IOException {
    RawBrowser.Answer answer = desk.post("/ui/station/visit/issue", "{\"a\":\"conflict\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).isEqualTo("{\"type\":\"urn:kaiku:problem:visit-changed\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/station/../terminal",
        "/ui/../v1/terminal",
        "/ui/station/%2e%2e/%2e%2e/health/live",
        "/ui/station/admissions/..%2f..%2fx/undo",
        "/ui/station/admissions/x%2Fy/undo",
        "/ui/station/admissions/" + ADMISSION + "%00/undo",
        "/ui/station/admissions/" + ADMISSION + ";a=b/undo",
        "/ui/station/admissions/" + ADMISSION + "%0d%0aX:%20y/undo",
        "/ui/station/admissions//undo",
        "/ui//station",
        "/ui/stations/desk-1",
        "/ui/registry/import",
        "/ui/devices",
        "/v1/terminal",
        "/ui/station/feed",
        "/pages/../pages/plain.css",
        "/pages/..%2fpages/plain.css",
        "/web/pages/plain.css",
        "/../../etc/passwd",
        "/fi/kaiku/kiosk/KioskMain.class"
      })
  void pathsThatAreNotListedLeadNowhere(String path) throws IOException {
    assertThat(desk.get(path).status()).isIn(400, 404);
    assertThat(desk.post(path, "").status()).isIn(400, 404, 405);
    assertThat(daemon.seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ui/demo/cards", "/ui/demo/printers/tickets"})
  void theDemosPanelIsNotThereOutsideOfTheDemo(String path) throws IOException {
    assertThat(desk.get(path).status()).isEqualTo(404);
    assertThat(daemon.seen).isEmpty();
  }

  @Test
  void aBodyMayBeSixteenKibibytesAndNotOneByteMore() throws IOException {
    String most = "x".repeat(Relay.BODY_BYTES_MAX);
    assertThat(desk.post("/ui/station/typed", most).status()).isEqualTo(200);
    assertThat(desk.post("/ui/station/typed", most + "x").status()).isEqualTo(413);
  }

  @Test
  void aBodyOfUnknownLengthHasTheSameLimit() throws IOException {
    String size = Integer.toHexString(Relay.BODY_BYTES_MAX + 1);
    String chunk = size + "\r\n" + "x".repeat(Relay.BODY_BYTES_MAX + 1) + "\r\n0\r\n\r\n";
    RawBrowser.Answer answer =
        desk.with("Content-Type", "application/json")
            .with("Transfer-Encoding", "chunked")
            .send("POST", "/ui/station/typed", chunk);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(daemon.seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void onlyJsonIsTaken(String type) throws IOException {
    assertThat(desk.with("Content-Type", type).post("/ui/station/typed", "{}").status())
        .isEqualTo(415);
    assertThat(daemon.seen).isEmpty();
  }

  @Test
  void aKeyOrSearchWordOfAnotherShapeIsRefused() throws IOException {
    String path = "/ui/station/admissions/" + ADMISSION + "/reprint";
    assertThat(desk.with("Idempotency-Key", "x").post(path, "").status()).isEqualTo(400);
    assertThat(
            kiosk.deskBrowser("desk-1").get("/ui/station/today?query=" + "q".repeat(65)).status())
        .isEqualTo(400);
  }

  @Test
  void aDaemonThatIsAwayIsSaidSo() throws IOException {
    daemon.close();

    RawBrowser.Answer call = desk.get("/ui/station");
    assertThat(call.status()).isEqualTo(503);
    assertThat(call.header("Content-Type")).startsWith("application/problem+json");
    assertThat(call.body()).contains("urn:kaiku:problem:daemon-away");

    RawBrowser.Answer page = desk.get("/desk");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains("Pääte käynnistyy", "The terminal is starting");
    assertThat(desk.get("/health").body()).contains("\"daemon\":\"away\"");
    assertThat(desk.get("/pages/plain.css").status()).isEqualTo(200);
  }

  /** Daemon, relay and browser are in this process: a socket that stays open anywhere is seen. */
  @Test
  void aThousandCallsLeaveNoSocketOpen() throws Exception {
    for (int i = 0; i < WARM_UP_CALLS; i++) {
      desk.get("/ui/station");
    }
    long before = openSockets();
    for (int i = 0; i < 1_000; i++) {
      assertThat(desk.get("/ui/station").status()).isEqualTo(200);
      daemon.seen.clear();
    }
    assertThat(openSockets()).isLessThanOrEqualTo(before + STILL_CLOSING);
  }

  private static long openSockets() throws IOException {
    long sockets = 0;
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path handle : open) {
        sockets += isSocket(handle) ? 1 : 0;
      }
    }
    return sockets;
  }

  /** The folder's own handle is gone when it is asked about. */
  private static boolean isSocket(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString().startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aDaemonThatNeverAnswersIsGivenUp() throws IOException {
    RawBrowser.Answer answer = desk.post("/ui/station/clock", "{}");
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.body()).contains("urn:kaiku:problem:daemon-silent");
  }
}
