package fi.kaiku.kiosk;

import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.HttpClientResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The daemon's side of an event stream, read event by event, so that half an event of a broken
 * connection never reaches the browser. One thread reads it.
 */
final class DaemonFeed implements AutoCloseable {
  /** A whole station is some ten kilobytes; only a broken peer sends more. */
  static final int EVENT_CHARS_MAX = 1024 * 1024;

  /**
   * @param text the lines as they came, with the empty line that ends them
   * @param id empty when the event has none
   */
  record FeedEvent(String text, String id) {}

  private final ClientConnection connection;
  private final HttpClientResponse response;
  private BufferedReader lines;

  DaemonFeed(ClientConnection connection, HttpClientResponse response) {
    this.connection = connection;
    this.response = response;
  }

  /** The daemon's answer when it is no stream, such as for a station it does not have. */
  Optional<DaemonAnswer> refusal() throws DaemonAwayException {
    try {
      return response.status().code() == 200
          ? Optional.empty()
          : Optional.of(DaemonClient.answer(response));
    } catch (IOException | RuntimeException e) {
      throw new DaemonAwayException(e);
    }
  }

  /**
   * Blocks until a whole event is there.
   *
   * @throws DaemonAwayException when the stream ends, which a living daemon never does
   */
  FeedEvent next() throws DaemonAwayException {
    StringBuilder text = new StringBuilder();
    String id = "";
    try {
      for (String line = readLine(); !line.isEmpty(); line = readLine()) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        }
        text.append(line).append('\n');
        if (text.length() > EVENT_CHARS_MAX) {
          throw new IOException("an event of over " + EVENT_CHARS_MAX + " characters");
        }
      }
    } catch (IOException | RuntimeException e) {
      // As in openFeed: the client wraps connection failures in several unchecked types.
      throw new DaemonAwayException(e);
    }
    return new FeedEvent(text.append('\n').toString(), id);
  }

  private String readLine() throws IOException {
    if (lines == null) {
      lines =
          new BufferedReader(new InputStreamReader(response.inputStream(), StandardCharsets.UTF_8));
    }
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("the stream ended");
    }
    return line;
  }

  /** From any thread: a {@link #next()} that is waiting then throws. */
  @Override
  public void close() {
    connection.closeResource();
  }
}
