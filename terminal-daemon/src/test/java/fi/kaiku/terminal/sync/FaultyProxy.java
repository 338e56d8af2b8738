package fi.kaiku.terminal.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a terminal and its hub and does what proxies, captive portals and bad lines do, as
 * a seed says.
 */
final class FaultyProxy implements AutoCloseable {
  /** What becomes of a call. */
  enum Fault {
    NONE,
    /** Answered here: 200, 302, 403, 404 or 500 with a page; the hub hears nothing. */
    PAGE,
    /** The hub hears it, the terminal gets a page. */
    PAGE_AFTERWARDS,
    /** The hub hears it, half of its answer arrives. */
    HALF,
    /** The hub hears it twice. */
    TWICE,
    /** The hub hears it after the terminal has given up. */
    LATE,
    /** An earlier answer of the hub, to another call. */
    OLD_ANSWER,
    /** One bit of the answer is another. */
    FLIPPED,
    /** The connection ends without a word. */
    CUT
  }

  /** Longer than anybody waits for an answer here. */
  private static final long HANG_MILLIS = 60_000;

  private static final String EVERYTHING = "*";

  /** Headers of questions and answers that are passed on. */
  private static final List<String> ASKED = List.of("Authorization", "Range");

  private static final List<String> ANSWERED =
      List.of("Kaiku-Answer", "Content-Type", "Content-Range", "ETag");

  private static final int[] STATUSES = {200, 302, 403, 404, 500};
  private static final byte[] PAGE =
      "<html><body>Please log in to the network</body></html>".getBytes(StandardCharsets.UTF_8);

  private final URI hub;
  private final long lateMillis;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private final List<HttpResponse<byte[]>> answers = new ArrayList<>();
  private final AtomicReference<String> blocked = new AtomicReference<>("");
  private final CountDownLatch closing = new CountDownLatch(1);
  private Random random = new Random(0);
  private int healthyOf = 1;

  FaultyProxy(URI hub, long lateMillis) throws IOException {
    this.hub = hub;
    this.lateMillis = lateMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Of so many calls about one goes well; 1 for all. */
  synchronized void behave(long seed, int healthyOf) {
    this.random = new Random(seed);
    this.healthyOf = healthyOf;
  }

  /** From now on a call whose body holds this is answered with a page and 403; empty for none. */
  void block(String text) {
    blocked.set(text);
  }

  /** From now on nothing is answered. */
  void hang() {
    block(EVERYTHING);
  }

  synchronized Map<Fault, Integer> counts() {
    return new EnumMap<>(counts);
  }

  private synchronized Fault next() {
    Fault[] faults = Fault.values();
    Fault fault =
        random.nextInt(healthyOf) == 0 ? Fault.NONE : faults[1 + random.nextInt(faults.length - 1)];
    counts.merge(fault, 1, Integer::sum);
    return fault;
  }

  private synchronized int pick(int bound) {
    return random.nextInt(bound);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String text = new String(body, StandardCharsets.UTF_8);
    if (blocked.get().equals(EVERYTHING)) {
      awaitClosing(HANG_MILLIS);
      exchange.close();
      return;
    }
    if (!blocked.get().isEmpty() && text.contains(blocked.get())) {
      send(exchange, 403, Map.of(), PAGE, PAGE.length);
      return;
    }
    try (exchange) {
      switch (next()) {
        case NONE -> pass(exchange, forward(exchange, body));
        case PAGE -> page(exchange);
        case PAGE_AFTERWARDS -> {
          forward(exchange, body);
          page(exchange);
        }
        case HALF -> {
          HttpResponse<byte[]> answer = forward(exchange, body);
          send(exchange, answer.statusCode(), of(answer), answer.body(), answer.body().length / 2);
        }
        case TWICE -> {
          forward(exchange, body);
          pass(exchange, forward(exchange, body));
        }
        case LATE -> late(exchange, body);
        case OLD_ANSWER -> pass(exchange, oldAnswer(exchange, body));
        case FLIPPED -> {
          HttpResponse<byte[]> answer = forward(exchange, body);
          byte[] flipped = answer.body().clone();
          if (flipped.length > 0) {
            flipped[pick(flipped.length)] ^= (byte) (1 << pick(7));
          }
          send(exchange, answer.statusCode(), of(answer), flipped, flipped.length);
        }
        case CUT -> {}
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    send(exchange, STATUSES[pick(STATUSES.length)], Map.of(), PAGE, PAGE.length);
  }

  /** The caller gives up meanwhile; only then is the call delivered. */
  private void late(HttpExchange exchange, byte[] body) throws IOException {
    if (!awaitClosing(lateMillis)) {
      forward(exchange, body);
    }
  }

  private boolean awaitClosing(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private HttpResponse<byte[]> oldAnswer(HttpExchange exchange, byte[] body) throws IOException {
    HttpResponse<byte[]> fresh = forward(exchange, body);
    synchronized (this) {
      return answers.isEmpty() ? fresh : answers.get(random.nextInt(answers.size()));
    }
  }

  private void pass(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    send(exchange, answer.statusCode(), of(answer), answer.body(), answer.body().length);
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String name : ASKED) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      synchronized (this) {
        answers.add(answer);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Map<String, String> of(HttpResponse<byte[]> answer) {
    Map<String, String> headers = new HashMap<>();
    for (String name : ANSWERED) {
      answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    return headers;
  }

  /** Says that all of the body comes, and sends so much of it. */
  private static void send(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body, int length)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body, 0, length);
    } catch (IOException e) {
      // Half an answer was meant, or the caller has given up.
      exchange.close();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }
}
