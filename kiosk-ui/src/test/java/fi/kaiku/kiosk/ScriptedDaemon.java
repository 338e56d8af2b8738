package fi.kaiku.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A daemon on a real Unix socket that shows a station in whatever state a test wants, notes every
 * call, and answers as the test says; without a word of its own it answers with the state it shows.
 */
final class ScriptedDaemon implements AutoCloseable {
  /** What the page asked for; the body is missing where there was none. */
  record Call(String path, String key, JsonNode body) {}

  /** What to answer a call with. */
  record Answer(int status, JsonNode body) {
    static Answer ok(JsonNode body) {
      return new Answer(200, body);
    }

    /** A picture instead of JSON. */
    static Answer png(byte[] picture) {
      return new Answer(200, BinaryNode.valueOf(picture));
    }

    static Answer problem(int status, String name) {
      return new Answer(
          status, new ObjectMapper().createObjectNode().put("type", "urn:kaiku:problem:" + name));
    }
  }

  private static final int ALIVE_MS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<BlockingQueue<SseEvent>> feeds = ConcurrentHashMap.newKeySet();
  private final Map<String, Function<Call, Answer>> script = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();
  private final WebServer server;
  private volatile JsonNode station;
  private volatile boolean open = true;

  ScriptedDaemon(Path socket, JsonNode station) throws IOException {
    Files.deleteIfExists(socket);
    this.station = station;
    this.server =
        WebServer.builder()
            .bindAddress(UnixDomainSocketAddress.of(socket))
            .shutdownHook(false)
            .routing(
                HttpRouting.builder()
                    .get("/health/live", (request, response) -> response.send())
                    .get("/v1/stations/{station}/feed", this::feed)
                    .any(this::answer))
            .build()
            .start();
  }

  /** The station is in this state from now on, and every page is told. */
  void show(JsonNode next) {
    station = next;
    tell("station", next);
  }

  JsonNode shown() {
    return station;
  }

  void tell(String name, JsonNode data) {
    SseEvent event = event(name, data);
    feeds.forEach(feed -> feed.add(event));
  }

  /** Ends every stream of events, as a bad line would. */
  void cutFeeds() {
    cuts.incrementAndGet();
    feeds.forEach(feed -> feed.add(SseEvent.builder().name("alive").data("{}").build()));
  }

  /** Answers calls whose path ends so; the answer runs on the request's own thread. */
  void on(String pathEnd, Function<Call, Answer> answer) {
    script.put(pathEnd, answer);
  }

  List<Call> calls(String pathEnd) {
    return calls.stream().filter(call -> call.path().endsWith(pathEnd)).toList();
  }

  private SseEvent event(String name, JsonNode data) {
    return SseEvent.builder()
        .id("run:" + events.incrementAndGet())
        .name(name)
        .data(data.toString())
        .build();
  }

  private void feed(ServerRequest request, ServerResponse response) throws InterruptedException {
    BlockingQueue<SseEvent> feed = new LinkedBlockingQueue<>();
    feed.add(event("station", station));
    feeds.add(feed);
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      int before = cuts.get();
      while (open && cuts.get() == before) {
        SseEvent next = feed.poll(ALIVE_MS, TimeUnit.MILLISECONDS);
        sink.emit(next == null ? SseEvent.builder().name("alive").data("{}").build() : next);
      }
    } finally {
      feeds.remove(feed);
    }
  }

  private void answer(ServerRequest request, ServerResponse response) throws IOException {
    String text = request.content().hasEntity() ? request.content().as(String.class) : "";
    Call call =
        new Call(
            request.path().rawPath(),
            request.headers().first(HeaderNames.create("Idempotency-Key")).orElse(""),
            JSON.readTree(text.isEmpty() ? "null" : text));
    calls.add(call);
    Answer answer = scripted(call);
    response.status(Status.create(answer.status()));
    response
        .headers()
        .set(
            HeaderNames.CONTENT_TYPE,
            answer.body().isBinary()
                ? "image/png"
                : answer.status() < 400 ? "application/json" : "application/problem+json");
    response.send(
        answer.body().isBinary()
            ? answer.body().binaryValue()
            : answer.body().toString().getBytes(StandardCharsets.UTF_8));
  }

  private Answer scripted(Call call) {
    return script.entrySet().stream()
        .filter(entry -> call.path().endsWith(entry.getKey()))
        .findFirst()
        .map(entry -> entry.getValue().apply(call))
        .orElseGet(() -> Answer.ok(plain(call.path())));
  }

  private JsonNode plain(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (name) {
      case "terminal", "today", "events" -> new WebResource("/desk/" + name + ".json").json();
      default -> station;
    };
  }

  /** A copy of what is shown, to be changed and shown. */
  ObjectNode copy() {
    return station.deepCopy();
  }

  @Override
  public void close() {
    open = false;
    server.stop();
  }
}
