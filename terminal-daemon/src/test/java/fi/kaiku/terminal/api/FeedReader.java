package fi.kaiku.terminal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Follows a station's feed over the real socket, on a thread of its own, as the UI process does.
 */
public final class FeedReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One event as it came. */
  public record Event(String id, String name, String data) {
    public JsonNode json() {
      try {
        return JSON.readTree(data);
      } catch (IOException e) {
        throw new IllegalStateException("event " + id + " is no JSON", e);
      }
    }
  }

  private final SocketChannel channel;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private FeedReader(SocketChannel channel) {
    this.channel = channel;
    Thread.ofVirtual().name("feed-reader").start(this::read);
  }

  public static FeedReader join(UnixHttp http, String path, String lastEventId) throws IOException {
    return new FeedReader(
        http.stream(path, lastEventId.isEmpty() ? Map.of() : Map.of("Last-Event-ID", lastEventId)));
  }

  /** The next event that fits; those before it are passed over. */
  public Event await(Duration patience, Predicate<Event> wanted) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    StringBuilder seen = new StringBuilder();
    while (true) {
      Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no such event within " + patience + "; passed over:" + seen);
      }
      if (wanted.test(event)) {
        return event;
      }
      seen.append("\n  ").append(event.name()).append(' ').append(event.data());
    }
  }

  private void read() {
    try {
      InputStream in = Channels.newInputStream(channel);
      UnixHttp.line(in);
      UnixHttp.headers(in);
      for (byte[] chunk = UnixHttp.chunk(in); chunk.length > 0; chunk = UnixHttp.chunk(in)) {
        events.add(event(chunk));
      }
    } catch (IOException e) {
      // Closed by the test, or the daemon has stopped: what came is in the queue.
      return;
    }
  }

  private static Event event(byte[] chunk) throws IOException {
    InputStream in = new ByteArrayInputStream(chunk);
    String id = "";
    String name = "";
    StringBuilder data = new StringBuilder();
    for (String line = UnixHttp.line(in); !line.isEmpty(); line = UnixHttp.line(in)) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1);
      switch (line.substring(0, colon)) {
        case "id" -> id = value;
        case "event" -> name = value;
        case "data" -> data.append(value);
        default -> throw new IOException("line of an event: " + line);
      }
    }
    return new Event(id, name, data.toString());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
