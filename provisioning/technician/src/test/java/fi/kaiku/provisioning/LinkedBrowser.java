package fi.kaiku.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A browser as the desk's server sees one that came by a link: its cookie, its calls, its feed. */
final class LinkedBrowser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI link;
  private final HttpResponse<Void> opened;
  private Stream<String> feedLines = Stream.of();
  private Iterator<String> feed = feedLines.iterator();

  LinkedBrowser(String link) throws IOException, InterruptedException {
    this.link = URI.create(link);
    this.opened = http.send(HttpRequest.newBuilder(this.link).build(), BodyHandlers.discarding());
  }

  /** What the link was answered with. */
  HttpResponse<Void> opened() {
    return opened;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send(request(path), BodyHandlers.ofString()).body());
  }

  byte[] bytes(String path) throws IOException, InterruptedException {
    return send(request(path), BodyHandlers.ofByteArray()).body();
  }

  int post(String path, JsonNode body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return send(request, BodyHandlers.ofString()).statusCode();
  }

  void follow() throws IOException, InterruptedException {
    feedLines = send(request("/ui/feed"), BodyHandlers.ofLines()).body();
    feed = feedLines.iterator();
  }

  /** The next state of the station that is so. */
  JsonNode awaitStation(Predicate<JsonNode> wanted) throws IOException {
    while (feed.hasNext()) {
      String line = feed.next();
      if (line.startsWith(DATA)) {
        JsonNode event = JSON.readTree(line.substring(DATA.length()));
        if (event.has("station") && wanted.test(event)) {
          return event;
        }
      }
    }
    throw new IOException("the feed ended");
  }

  private HttpRequest.Builder request(String path) {
    String cookie = opened.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    return HttpRequest.newBuilder(link.resolve(path))
        .header("Cookie", cookie)
        .header("Origin", "http://" + link.getAuthority())
        .header("Sec-Fetch-Site", "same-origin");
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> as)
      throws IOException, InterruptedException {
    return http.send(request.build(), as);
  }

  @Override
  public void close() {
    feedLines.close();
    http.shutdownNow();
  }
}
