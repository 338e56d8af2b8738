package fi.kaiku.terminal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks the hub, signed, and believes only what the hub has signed for that question. Redirects are
 * not followed. Any thread; a call waits for its answer.
 */
final class HubClient implements AutoCloseable {
  static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  /** For the whole answer, its last byte included: a proxy may begin one and hang. */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

  /** Bytes; ours are below 1 MiB, a page of 5,000 changes being the longest. */
  private static final long ANSWER_MAX = 1 << 20;

  private static final String ANSWER_HEADER = "Kaiku-Answer";
  private static final String PROBLEM = "urn:kaiku:problem:";
  private static final JsonMapper JSON = new JsonMapper();

  private final HubSite site;
  private final TerminalKey key;
  private final HubLink.Sources sources;
  private final Duration answerWithin;
  private final HttpClient http;

  /** How far the hub's clock is ahead of ours, as it said when it refused ours. */
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  HubClient(HubSite site, TerminalKey key, HubLink.Sources sources, Duration answerWithin) {
    this.site = site;
    this.key = key;
    this.sources = sources;
    this.answerWithin = answerWithin;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN)
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("hub-client-", 0).factory()))
            .build();
  }

  /** Asks a hub that is known; once more where it says that our clock is wrong. */
  HubAnswer ask(HubCall call, HubKey hub) throws InterruptedException {
    return ask(call, hub, answerWithin.plus(call.hubWaits()));
  }

  /** The same with another patience; twice that, where our clock is wrong. */
  HubAnswer ask(HubCall call, HubKey hub, Duration within) throws InterruptedException {
    HubAnswer answer = askOnce(call, Optional.of(hub), within);
    return answer instanceof HubAnswer.Refused(String problem) && problem.equals("wrong-clock")
        ? askOnce(call, Optional.of(hub), within)
        : answer;
  }

  /**
   * Asks a hub whose key the answer has yet to tell: TLS alone says whose it is, the key itself
   * that the answer is whole and new.
   */
  HubAnswer askUnknown(HubCall call) throws InterruptedException {
    return askOnce(call, Optional.empty(), answerWithin);
  }

  private HubAnswer askOnce(HubCall call, Optional<HubKey> hub, Duration within)
      throws InterruptedException {
    String id = sources.ids().get().toString();
    Instant now = sources.clock().get().plus(ahead.get());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site.url() + call.target()))
            .timeout(within)
            .header(
                "Authorization",
                "Bearer " + key.sign(call, site.terminal(), id, now.getEpochSecond()))
            .header("Content-Type", "application/json")
            .method(call.method(), BodyPublishers.ofByteArray(call.body()))
            .build();
    try {
      return judge(send(request, within), id, hub);
    } catch (IOException e) {
      return new HubAnswer.Unreachable(e.getMessage());
    }
  }

  /**
   * Some bytes of a file that anybody may have: neither question nor answer is signed, and what
   * comes is to be proven by the file's digest.
   *
   * @param from the first byte
   */
  Piece fetch(String path, long from, int length) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site.url() + path))
            .timeout(answerWithin)
            .header("Range", "bytes=%d-%d".formatted(from, from + length - 1))
            .build();
    try {
      return Piece.of(send(request, answerWithin), from, length);
    } catch (IOException e) {
      return new Piece.Nothing(e.getMessage());
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request, Duration within)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_MAX));
    try {
      return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("no whole answer within " + within.toMillis() + " ms", e);
    } finally {
      answer.cancel(true);
    }
  }

  private HubAnswer judge(HttpResponse<byte[]> response, String id, Optional<HubKey> known) {
    JsonNode body = json(response.body());
    Optional<HubKey> hub = known.or(() -> toldKey(body));
    Optional<JsonNode> claims =
        hub.flatMap(
            key ->
                response
                    .headers()
                    .firstValue(ANSWER_HEADER)
                    .flatMap(token -> key.claims(token, HubKey.ANSWER)));
    if (hub.isPresent() && claims.filter(said -> isOf(said, response, id)).isEmpty()) {
      return new HubAnswer.NotTheHub(
          "status " + response.statusCode() + " without the hub's signature for this call");
    }
    String problem = body.path("type").asText();
    if (problem.equals(PROBLEM + "wrong-clock")) {
      claims.ifPresent(said -> correct(said.path("time").asText()));
    }
    if (problem.startsWith(PROBLEM)) {
      return new HubAnswer.Refused(problem.substring(PROBLEM.length()));
    }
    return response.statusCode() == 200
        ? new HubAnswer.Done(body)
        : new HubAnswer.NotTheHub("status " + response.statusCode());
  }

  /** An enrolment's answer proves itself: the key that it tells has signed it. */
  private static Optional<HubKey> toldKey(JsonNode body) {
    try {
      return Optional.of(body.path("hubKey"))
          .filter(JsonNode::isTextual)
          .map(key -> new HubKey(key.textValue()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(JsonNode claims, HttpResponse<byte[]> response, String request) {
    return claims.path("request").asText().equals(request)
        && claims.path("status").asInt() == response.statusCode()
        && claims.path("body").asText().equals(TerminalKey.sha256(response.body()));
  }

  private void correct(String time) {
    try {
      ahead.set(Duration.between(sources.clock().get(), Instant.parse(time)));
    } catch (DateTimeParseException e) {
      ahead.set(Duration.ZERO);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
