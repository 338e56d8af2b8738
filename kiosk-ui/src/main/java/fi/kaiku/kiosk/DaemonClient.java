package fi.kaiku.kiosk;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webclient.api.ClientConnection;
import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.UnixDomainSocketClientConnection;
import io.helidon.webclient.api.WebClient;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The daemon's socket for user interfaces. Each call has a connection of its own: on a Unix socket
 * that costs a fraction of a millisecond, and no connection can have gone stale while the daemon
 * restarted. Thread-safe.
 *
 * <p>Unix sockets have no read time-out in Java; a call therefore runs on a thread of its own,
 * which is interrupted when its time is up (that closes the channel).
 */
final class DaemonClient implements AutoCloseable {
  /**
   * Longer than the daemon lets a press of a button wait (7 s), so that "busy" arrives as what it
   * is; shorter than the page waits (10 s), which is as long as a clerk should.
   */
  static final Duration CALL_TIME_MAX = Duration.ofMillis(8_500);

  /** Far above the largest picture or list; only a broken peer sends more. */
  private static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(DaemonClient.class.getName());

  private final UnixDomainSocketAddress address;
  private final WebClient client;
  private final AtomicBoolean away = new AtomicBoolean();
  private final Duration callTimeMax;
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("daemon-call-", 0).factory());

  DaemonClient(Path socket, Duration callTimeMax) {
    this.callTimeMax = callTimeMax;
    this.address = UnixDomainSocketAddress.of(socket);
    this.client =
        WebClient.builder()
            .baseAddress(address)
            .baseUri("http://localhost")
            .tls(tls -> tls.enabled(false))
            .followRedirects(false)
            .build();
  }

  /**
   * @throws RefusedException DAEMON_AWAY or DAEMON_SILENT; nothing is known then about whether a
   *     call was carried out, so every call that changes something can be repeated
   */
  DaemonAnswer call(DaemonCall call) {
    try {
      DaemonAnswer received = inTime(() -> send(call), tooLate -> {});
      noteBack();
      return received;
    } catch (TimeoutException e) {
      throw new RefusedException(Problem.DAEMON_SILENT, e);
    } catch (ExecutionException e) {
      noteAway(e.getCause());
      throw new RefusedException(Problem.DAEMON_AWAY, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(Problem.DAEMON_AWAY, e);
    }
  }

  /**
   * The result of the work, which is interrupted when {@link #callTimeMax} is over.
   *
   * @param tooLate gets what came when nobody waited for it any more
   */
  private <T> T inTime(Callable<T> work, Consumer<T> tooLate)
      throws TimeoutException, ExecutionException, InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> running = calls.submit(() -> work(work, result, tooLate));
    try {
      return result.get(callTimeMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      if (result.cancel(false)) {
        running.cancel(true);
      } else if (result.state() == Future.State.SUCCESS) {
        tooLate.accept(result.resultNow());
      }
      throw e;
    }
  }

  private static <T> void work(Callable<T> work, CompletableFuture<T> result, Consumer<T> tooLate) {
    try {
      T made = work.call();
      if (!result.complete(made)) {
        tooLate.accept(made);
      }
    } catch (Exception e) {
      // Helidon reports a refused, cut or interrupted connection by several unchecked types.
      result.completeExceptionally(e);
    }
  }

  private DaemonAnswer send(DaemonCall call) throws IOException {
    HttpClientRequest request =
        client.method(Method.create(call.method().name())).path(call.path());
    request.connection(connect());
    call.query().forEach(request::queryParam);
    call.headers().forEach((name, value) -> request.header(HeaderNames.create(name), value));
    if (!call.body().isEmpty()) {
      request.header(HeaderValues.CONTENT_TYPE_JSON);
    }
    try (HttpClientResponse response =
        !call.body().isEmpty()
            ? request.submit(call.body().getBytes(StandardCharsets.UTF_8))
            : request.request()) {
      return answer(response);
    }
  }

  /**
   * Opens the station's event stream and returns as soon as its headers are there.
   *
   * @param lastEventId empty for none
   * @throws DaemonAwayException when there is no connection, or no answer in time
   */
  DaemonFeed openFeed(String station, String lastEventId) throws DaemonAwayException {
    HttpClientRequest request = client.get("/v1/stations/" + station + "/feed");
    if (!lastEventId.isEmpty()) {
      request.header(HeaderNames.create("Last-Event-ID"), lastEventId);
    }
    try {
      DaemonFeed feed = inTime(() -> feed(request), DaemonFeed::close);
      noteBack();
      return feed;
    } catch (TimeoutException e) {
      noteAway(e);
      throw new DaemonAwayException(e);
    } catch (ExecutionException e) {
      noteAway(e.getCause());
      throw new DaemonAwayException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DaemonAwayException(e);
    }
  }

  private DaemonFeed feed(HttpClientRequest request) {
    ClientConnection connection = connect();
    return new DaemonFeed(connection, request.connection(connection).request());
  }

  /**
   * Helidon 4.5.0 keeps Unix socket connections alive or forgets to connect them, nothing between;
   * hence by hand. The connection closes with its response.
   */
  private ClientConnection connect() {
    return UnixDomainSocketClientConnection.create(
            client,
            client.prototype().tls(),
            List.of("http/1.1"),
            address,
            finished -> false,
            closed -> {})
        .connect();
  }

  /** Said once for each loss, however many pages and calls run into it. */
  private void noteAway(Throwable cause) {
    if (!away.getAndSet(true)) {
      LOG.log(System.Logger.Level.WARNING, "the terminal daemon does not answer", cause);
    }
  }

  private void noteBack() {
    if (away.getAndSet(false)) {
      LOG.log(System.Logger.Level.INFO, "the terminal daemon is back");
    }
  }

  static DaemonAnswer answer(HttpClientResponse response) throws IOException {
    String contentType =
        response.headers().contentType().map(Object::toString).orElse("text/plain");
    if (!response.entity().hasEntity()) {
      return new DaemonAnswer(response.status().code(), contentType, new byte[0]);
    }
    byte[] body = response.inputStream().readNBytes(ANSWER_BYTES_MAX + 1);
    if (body.length > ANSWER_BYTES_MAX) {
      throw new IOException("an answer of over " + ANSWER_BYTES_MAX + " bytes");
    }
    return new DaemonAnswer(response.status().code(), contentType, body);
  }

  /** Whether the daemon answers at all; what it can do is for the desk to show. */
  boolean answers() {
    try {
      DaemonCall call = new DaemonCall(HandlerType.GET, "/health/live", Map.of(), Map.of(), "");
      return call(call).status() == 200;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    calls.shutdownNow();
  }
}
