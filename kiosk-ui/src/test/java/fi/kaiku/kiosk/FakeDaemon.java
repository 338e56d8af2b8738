package fi.kaiku.kiosk;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server on a real Unix socket that notes what it was asked and says what it is told. */
final class FakeDaemon implements AutoCloseable {
  /** What the daemon saw of a call. */
  record Seen(String method, String path, String query, String key, String body) {}

  final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  final BlockingQueue<String> lastEventIds = new LinkedBlockingQueue<>();

  /** Events to be sent on the next or the open stream; {@link #CUT} ends it. */
  final BlockingQueue<SseEvent> events = new LinkedBlockingQueue<>();

  final CountDownLatch release = new CountDownLatch(1);
  static final SseEvent CUT = SseEvent.create("cut");

  private final WebServer server;

  private FakeDaemon(WebServer server) {
    this.server = server;
  }

  static FakeDaemon start(Path socket) throws IOException {
    Files.deleteIfExists(socket);
    FakeDaemon[] self = new FakeDaemon[1];
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .get("/health/live", (request, response) -> response.send())
            .get(
                "/v1/stations/{station}/feed",
                (request, response) -> self[0].feed(request, response))
            .post("/v1/stations/{station}/clock", (request, response) -> self[0].stall(response))
            .any((request, response) -> self[0].answer(request, response));
    self[0] =
        new FakeDaemon(
            WebServer.builder()
                .bindAddress(UnixDomainSocketAddress.of(socket))
                .shutdownHook(false)
                .routing(routing)
                .build());
    self[0].server.start();
    return self[0];
  }

  Seen nextSeen() throws InterruptedException {
    Seen next = seen.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("the daemon was not asked");
    }
    return next;
  }

  void say(String id, String name, String data) {
    events.add(SseEvent.builder().id(id).name(name).data(data).build());
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String body = request.content().hasEntity() ? request.content().as(String.class) : "";
    seen.add(
        new Seen(
            request.prologue().method().text(),
            request.path().rawPath(),
            request.query().rawValue(),
            request.headers().first(HeaderNames.create("Idempotency-Key")).orElse(""),
            body));
    if (body.contains("conflict")) {
      response.status(Status.CONFLICT_409);
      response.headers().set(HeaderNames.CONTENT_TYPE, "application/problem+json");
      response.send("{\"type\":\"urn:kaiku:problem:visit-changed\"}");
    } else {
      response.headers().set(HeaderNames.CONTENT_TYPE, "application/json");
      response.send("{\"said\":\"ää\"}");
    }
  }

  private void stall(ServerResponse response) throws InterruptedException {
    release.await();
    response.send();
  }

  private void feed(ServerRequest request, ServerResponse response) throws InterruptedException {
    if (request.path().rawPath().contains("nowhere")) {
      response.status(Status.NOT_FOUND_404);
      response.headers().set(HeaderNames.CONTENT_TYPE, "application/problem+json");
      response.send("{\"type\":\"urn:kaiku:problem:no-such-station\"}");
      return;
    }
    lastEventIds.add(request.headers().first(HeaderNames.create("Last-Event-ID")).orElse("none"));
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      // The headers leave with the first event.
      sink.emit(SseEvent.builder().comment("open").data("").build());
      for (SseEvent event = events.take(); !event.equals(CUT); event = events.take()) {
        sink.emit(event);
      }
    }
  }

  @Override
  public void close() {
    release.countDown();
    events.add(CUT);
    server.stop();
  }
}
