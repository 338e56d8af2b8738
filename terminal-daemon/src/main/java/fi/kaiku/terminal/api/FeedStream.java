package fi.kaiku.terminal.api;

import fi.kaiku.terminal.feed.EventFeed;
import fi.kaiku.terminal.feed.FeedEvent;
import fi.kaiku.terminal.feed.FeedStep;
import fi.kaiku.terminal.feed.Follower;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.time.Duration;

/**
 * A station's feed as server-sent events, on the request's virtual thread. Each event is written
 * out at once. A client that is gone is noticed at the next event or heartbeat; one that reads so
 * slowly that it falls out of the held events is cut off and comes back by itself.
 */
final class FeedStream {
  /** So that a dead connection is noticed at both ends, and a page can say "no connection". */
  static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
  private static final SseEvent ALIVE = SseEvent.builder().name("alive").data("{}").build();

  private final EventFeed feed;
  private final Duration heartbeat;

  FeedStream(EventFeed feed, Duration heartbeat) {
    this.feed = feed;
    this.heartbeat = heartbeat;
  }

  void follow(ServerRequest request, ServerResponse response) throws InterruptedException {
    String lastEventId = request.headers().first(LAST_EVENT_ID).orElse("");
    Follower follower = feed.join(lastEventId);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    try (SseSink sink = response.sink(SseSink.TYPE)) {
      copy(follower, sink);
    }
  }

  private void copy(Follower follower, SseSink sink) throws InterruptedException {
    long nextBeat = System.nanoTime() + heartbeat.toNanos();
    while (true) {
      switch (follower.next(Duration.ofNanos(nextBeat - System.nanoTime()))) {
        case FeedStep.Next(FeedEvent event) -> sink.emit(sse(event));
        case FeedStep.Quiet() -> {}
        case FeedStep.TooSlow(), FeedStep.Closed() -> {
          return;
        }
      }
      if (System.nanoTime() >= nextBeat) {
        sink.emit(ALIVE);
        nextBeat = System.nanoTime() + heartbeat.toNanos();
      }
    }
  }

  private static SseEvent sse(FeedEvent event) {
    return SseEvent.builder().id(event.id()).name(event.name()).data(event.data()).build();
  }
}
