package fi.kaiku.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.feed.EventFeed;
import fi.kaiku.terminal.feed.WholeState;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiServerTest {
  private static final Duration BEAT = Duration.ofMillis(200);

  @TempDir Path folder;
  private final AtomicInteger state = new AtomicInteger();
  private final EventFeed feed = new EventFeed("r1", () -> numbered(state.get()));
  private ApiServer server;
  private UnixHttp ui;
  private UnixHttp admin;

  @BeforeEach
  void start() throws IOException {
    server = startServer();
    ui = new UnixHttp(folder.resolve("ui/daemon.sock"));
    admin = new UnixHttp(folder.resolve("admin/daemon.sock"));
  }

  private static WholeState numbered(int n) {
    return new WholeState(n, () -> "{\"n\":" + n + "}");
  }

  private ApiServer startServer() throws IOException {
    HttpRouting.Builder uiRoutes =
        HttpRouting.builder()
            .get("/who", Endpoint.handler(_ -> Answer.json(Map.of("socket", "ui"))))
            .post("/echo", Endpoint.handler(r -> echo(JsonBody.of(r.content().as(byte[].class)))))
            .get(
                "/fail",
                Endpoint.handler(
                    _ -> {
                      throw new IllegalStateException("on purpose");
                    }))
            .get("/feed", new FeedStream(feed, BEAT)::follow);
    HttpRouting.Builder adminRoutes =
        HttpRouting.builder()
            .get("/who", Endpoint.handler(_ -> Answer.json(Map.of("socket", "admin"))));
    return ApiServer.start(
        new UnixSocket(folder.resolve("ui/daemon.sock")), uiRoutes,
        new UnixSocket(folder.resolve("admin/daemon.sock")), adminRoutes);
  }

  private static Answer echo(JsonBody body) {
    String text = body.text("text", 5);
    body.end();
    return Answer.json(Map.of("text", text));
  }

  @AfterEach
  void stop() throws IOException {
    feed.close();
    server.close();
  }

  @Test
  void servesEachSocketItsOwnRoutes() {
    assertThat(ui.get("/who").text()).isEqualTo("{\"socket\":\"ui\"}");
    assertThat(admin.get("/who").text()).isEqualTo("{\"socket\":\"admin\"}");
    assertThat(admin.get("/feed").status()).isEqualTo(404);
  }

  @Test
  void opensTheSocketsToTheirGroupsOnly() throws IOException {
    assertThat(mode("ui")).isEqualTo("rwxr-x---");
    assertThat(mode("admin")).isEqualTo("rwxr-x---");
    assertThat(mode("ui/daemon.sock")).isEqualTo("rw-rw----");
    assertThat(mode("admin/daemon.sock")).isEqualTo("rw-rw----");
  }

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  @Test
  void startsOverTheSocketFileOfAKilledRunAndRemovesItsOwn() throws IOException {
    stop();
    assertThat(folder.resolve("ui/daemon.sock")).doesNotExist();
    Files.createFile(folder.resolve("ui/daemon.sock"));
    server = startServer();

    assertThat(ui.get("/who").status()).isEqualTo(200);
  }

  @Test
  void answersAnUnknownPathWithAProblem() {
    UnixHttp.Reply reply = ui.get("/nowhere");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(reply.text()).contains("urn:kaiku:problem:no-such-path");
  }

  @Test
  void answersABodyBeyondTheLimitWithAProblem() {
    UnixHttp.Reply reply = ui.post("/echo", "x".repeat(65 * 1024));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.text()).contains("urn:kaiku:problem:body-too-large");
  }

  @Test
  void answersWhatIsNoHttpWithAProblem() {
    UnixHttp.Reply reply =
        ui.send("GET", "/who HTTP/9.9\r\nX: y\r\n\r\nAB12CD34EF", Map.of(), new byte[0]);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).contains("urn:kaiku:problem:").doesNotContain("AB12CD34EF");
  }

  @Test
  void hidesItsOwnFailuresBehindAProblem() {
    UnixHttp.Reply reply = ui.get("/fail");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).contains("internal-error").doesNotContain("on purpose");
  }

  @Test
  void goesOnServingTheConnectionsAfterAProblem() {
    assertThat(ui.post("/echo", "{").status()).isEqualTo(400);
    assertThat(ui.post("/echo", "{\"text\":\"äö\"}").text()).isEqualTo("{\"text\":\"äö\"}");
  }

  @Test
  void streamsTheFeedEventByEventWithAHeartbeat() throws IOException {
    try (SocketChannel channel = ui.stream("/feed", Map.of())) {
      InputStream in = Channels.newInputStream(channel);
      assertThat(UnixHttp.line(in)).startsWith("HTTP/1.1 200");
      assertThat(UnixHttp.headers(in)).containsEntry("content-type", "text/event-stream");
      assertThat(nextEvent(in)).isEqualTo("id:r1:0\nevent:station\ndata:{\"n\":0}\n\n");
      state.set(1);
      feed.publishState();
      assertThat(nextEvent(in)).isEqualTo("id:r1:1\nevent:station\ndata:{\"n\":1}\n\n");
      assertThat(nextEvent(in)).isEqualTo("event:alive\ndata:{}\n\n");
    }
  }

  @Test
  void resumesTheFeedAfterTheLastEventSeen() throws IOException {
    feed.publish("today", "{\"a\":1}");
    feed.publish("today", "{\"a\":2}");
    try (SocketChannel channel = ui.stream("/feed", Map.of("Last-Event-ID", "r1:1"))) {
      InputStream in = Channels.newInputStream(channel);
      UnixHttp.line(in);
      UnixHttp.headers(in);
      assertThat(nextEvent(in)).isEqualTo("id:r1:2\nevent:today\ndata:{\"a\":2}\n\n");
    }
  }

  @Test
  void endsTheStreamsWhenTheFeedIsClosed() throws IOException {
    try (SocketChannel channel = ui.stream("/feed", Map.of())) {
      InputStream in = Channels.newInputStream(channel);
      UnixHttp.line(in);
      UnixHttp.headers(in);
      nextEvent(in);
      feed.close();

      assertThat(nextEvent(in)).as("the last chunk").isEmpty();
    }
  }

  /** Events come as one chunk each; that they can be read at once shows that they are flushed. */
  private static String nextEvent(InputStream in) throws IOException {
    return new String(UnixHttp.chunk(in), StandardCharsets.UTF_8);
  }
}
