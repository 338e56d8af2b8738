package fi.kaiku.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedRelayTest {
  private static final String AWAY = "event: daemon|data: {\"state\":\"away\"}";
  private static final String BACK = "event: daemon|data: {\"state\":\"back\"}";

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
  void eventsPassThroughWithTheirIdsAsTheyCome() throws Exception {
    BufferedReader page = openFeed(kiosk.deskBrowser("desk-1"));
    daemon.say("run:1", "station", "{\"a\":1}");
    assertThat(event(page)).contains("id: run:1", "event: station", "data: {\"a\":1}");
    daemon.say("run:2", "today", "{}");
    assertThat(event(page)).contains("id: run:2", "event: today");
  }

  @Test
  void theBrowsersLastEventIdIsTheDaemons() throws Exception {
    openFeed(kiosk.deskBrowser("desk-1").with("Last-Event-ID", "run:41"));
    assertThat(daemon.lastEventIds.poll(20, TimeUnit.SECONDS)).isEqualTo("run:41");
  }

  @Test
  void anIdOfAnotherShapeIsNotPassedOn() throws Exception {
    openFeed(kiosk.deskBrowser("desk-1").with("Last-Event-ID", "x y"));
    assertThat(daemon.lastEventIds.poll(20, TimeUnit.SECONDS)).isEqualTo("none");
  }

  @Test
  void aLostDaemonIsToldAndTheStreamGoesOnAfterItsLastEvent() throws Exception {
    BufferedReader page = openFeed(kiosk.deskBrowser("desk-1"));
    daemon.say("run:7", "station", "{}");
    assertThat(event(page)).contains("id: run:7");
    assertThat(daemon.lastEventIds.poll(20, TimeUnit.SECONDS)).isEqualTo("none");

    daemon.close();
    assertThat(event(page)).isEqualTo(AWAY);

    daemon = FakeDaemon.start(folder.resolve("daemon.sock"));
    daemon.say("new:1", "station", "{}");
    assertThat(event(page)).isEqualTo(BACK);
    assertThat(event(page)).contains("id: new:1");
    assertThat(daemon.lastEventIds.poll(20, TimeUnit.SECONDS)).isEqualTo("run:7");
  }

  @Test
  void aPageOpenedWhileTheDaemonIsAwayGetsItsEventsLater() throws Exception {
    RawBrowser desk = kiosk.deskBrowser("desk-1");
    daemon.close();
    BufferedReader page = openFeed(desk);
    assertThat(event(page)).isEqualTo(AWAY);

    daemon = FakeDaemon.start(folder.resolve("daemon.sock"));
    daemon.say("run:1", "station", "{}");
    assertThat(event(page)).isEqualTo(BACK);
    assertThat(event(page)).contains("id: run:1");
  }

  @Test
  void aDaemonThatHangsLooksLikeOneThatIsAway() throws Exception {
    BufferedReader page = openFeed(kiosk.deskBrowser("desk-1"));
    daemon.say("run:1", "station", "{}");
    assertThat(event(page)).contains("id: run:1");
    assertThat(event(page)).isEqualTo(AWAY);
  }

  @Test
  void aDaemonThatTakesTheCallAndNeverAnswersLooksLikeOneThatIsAway() throws Exception {
    RawBrowser desk = kiosk.deskBrowser("desk-1");
    daemon.close();
    Files.deleteIfExists(kiosk.socket);
    try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      mute.bind(UnixDomainSocketAddress.of(kiosk.socket));
      BufferedReader page = openFeed(desk);
      assertThat(event(page)).isEqualTo(AWAY);
      try (SocketChannel taken = mute.accept()) {
        assertThat(endOf(taken)).as("what is given up is closed").isEqualTo(-1);
      }
    }
  }

  @Test
  void aStationThatDoesNotExistIsSaidAtOnce() throws Exception {
    RawBrowser.Answer answer = kiosk.deskBrowser("nowhere").get("/ui/feed");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("no-such-station");
  }

  @Test
  void morePagesThanAnyVenueHasAreRefused() throws Exception {
    RawBrowser desk = kiosk.deskBrowser("desk-1");
    List<BufferedReader> pages = new ArrayList<>();
    for (int i = 0; i < FeedRelay.STREAMS_MAX; i++) {
      pages.add(openFeed(desk));
    }
    assertThat(desk.get("/ui/feed").body()).contains("urn:kaiku:problem:too-many-pages");
    for (BufferedReader page : pages) {
      page.close();
    }
  }

  @Test
  void stoppingEndsTheStreams() throws Exception {
    BufferedReader page = openFeed(kiosk.deskBrowser("desk-1"));
    kiosk.close();
    while (page.readLine() != null) {
      // What was on its way may still come.
    }
    assertThat(Files.exists(kiosk.tokenFile)).isTrue();
  }

  private static int endOf(SocketChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    int read = channel.read(buffer);
    while (read >= 0) {
      buffer.clear();
      read = channel.read(buffer);
    }
    return read;
  }

  /** Returns once the answer's headers are there. */
  private static BufferedReader openFeed(RawBrowser browser) throws IOException {
    BufferedReader page = browser.stream("/ui/feed");
    assertThat(page.readLine()).startsWith("HTTP/1.1 200");
    String headers = "";
    for (String line = page.readLine(); !line.isEmpty(); line = page.readLine()) {
      headers += line + "\n";
    }
    assertThat(headers).contains("text/event-stream").contains("no-store");
    return page;
  }

  /**
   * The next event's lines joined with {@code |}; comments and the lines of HTTP chunking are
   * skipped.
   */
  private static String event(BufferedReader page) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = page.readLine(); ; line = page.readLine()) {
      if (line == null) {
        throw new AssertionError("the stream ended");
      }
      if (line.matches("[a-z]+:.+")) {
        lines.add(line.replaceFirst("^(id|event|data):(?! )", "$1: "));
      } else if (!lines.isEmpty()) {
        return String.join("|", lines);
      }
    }
  }
}
