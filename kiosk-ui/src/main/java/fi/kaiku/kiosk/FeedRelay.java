package fi.kaiku.kiosk;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Passes the daemon's events on to browsers. Each browser has an upstream connection of its own:
 * then the browser's Last-Event-ID is the daemon's, replay is decided in one place only, and a slow
 * browser holds up nobody else. A request's own (virtual) thread reads and writes.
 *
 * <p>While the daemon is away the browser is told so once ({@code event: daemon}, {@code
 * {"state":"away"}}) and again when it is back; it never has to guess from silence.
 */
final class FeedRelay implements AutoCloseable {
  /** Pages open at once, more than any venue has tills; each holds a connection both ways. */
  static final int STREAMS_MAX = 32;

  static final Duration BACK_OFF_FIRST = Duration.ofMillis(100);
  static final Duration BACK_OFF_MAX = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(FeedRelay.class.getName());
  private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9:._-]{0,128}");
  private static final String AWAY = "event: daemon\ndata: {\"state\":\"away\"}\n\n";
  private static final String BACK = "event: daemon\ndata: {\"state\":\"back\"}\n\n";

  /** A comment: keeps the connection alive and finds out whether the browser is still there. */
  private static final String STILL_WAITING = ": waiting for the daemon\n\n";

  private final DaemonClient daemon;
  private final StallWatch stalls;
  private final RandomGenerator random;
  private final Set<Thread> streams = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FeedRelay(DaemonClient daemon, StallWatch stalls, RandomGenerator random) {
    this.daemon = daemon;
    this.stalls = stalls;
    this.random = random;
  }

  /** Blocks for as long as the browser stays. */
  void relay(Context browser, String station) {
    if (closed || streams.size() >= STREAMS_MAX) {
      throw new RefusedException(Problem.TOO_MANY_PAGES);
    }
    streams.add(Thread.currentThread());
    try {
      new Stream(browser, station).run();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a page was closed", e);
    } finally {
      streams.remove(Thread.currentThread());
    }
  }

  /** One browser's stream. */
  private final class Stream {
    private final Context browser;
    private final String station;
    private String lastEventId;
    private boolean begun;
    private boolean away;

    Stream(Context browser, String station) {
      this.browser = browser;
      this.station = station;
      String sent = Optional.ofNullable(browser.header("Last-Event-ID")).orElse("");
      this.lastEventId = EVENT_ID.matcher(sent).matches() ? sent : "";
    }

    void run() throws IOException {
      for (int attempt = 0; !closed; attempt++) {
        try (DaemonFeed feed = daemon.openFeed(station, lastEventId)) {
          Optional<DaemonAnswer> refusal = feed.refusal();
          if (refusal.isPresent() && !begun) {
            Answers.pass(browser, refusal.get());
            return;
          }
          if (refusal.isEmpty()) {
            attempt = 0;
            passOn(feed);
          }
        } catch (DaemonAwayException e) {
          tellAway();
        }
        pause(attempt);
      }
    }

    private void passOn(DaemonFeed feed) throws IOException, DaemonAwayException {
      if (away) {
        away = false;
        send(BACK);
      }
      try (StallWatch.Watched watched = stalls.watch(feed::close)) {
        begin();
        while (!closed) {
          DaemonFeed.FeedEvent event = feed.next();
          watched.heard();
          send(event.text());
          lastEventId = event.id().isEmpty() ? lastEventId : event.id();
        }
      }
    }

    private void tellAway() throws IOException {
      if (!closed) {
        send(away ? STILL_WAITING : AWAY);
      }
      away = true;
    }

    private void begin() throws IOException {
      if (!begun) {
        begun = true;
        browser.contentType("text/event-stream");
        browser.header("Cache-Control", "no-store");
        browser.res().flushBuffer();
      }
    }

    private void send(String text) throws IOException {
      begin();
      // Javalin's own stream holds small writes back; the servlet's sends them.
      OutputStream out = browser.res().getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private void pause(int attempt) throws IOException {
    long cap =
        Math.min(BACK_OFF_MAX.toMillis(), BACK_OFF_FIRST.toMillis() << Math.min(attempt, 10));
    try {
      Thread.sleep(Duration.ofMillis(random.nextLong(cap / 2, cap + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", e);
    }
  }

  /** Ends all streams; their browsers reconnect by themselves. */
  @Override
  public void close() {
    closed = true;
    streams.forEach(Thread::interrupt);
  }
}
