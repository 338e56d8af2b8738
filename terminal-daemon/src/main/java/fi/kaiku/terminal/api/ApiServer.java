package fi.kaiku.terminal.api;

import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.time.Duration;

/**
 * The HTTP server on the two Unix sockets; there is no TCP port. Requests run on virtual threads.
 */
final class ApiServer implements AutoCloseable {
  /** The longest body is a demo scan of 5,000 characters, six bytes each when escaped. */
  private static final long UI_BODY_MAX = 64 * 1024;

  /** A registry of a million cards is about 50 MB. */
  private static final long ADMIN_BODY_MAX = 256L * 1024 * 1024;

  /** Feeds and requests of a handful of stations, through one UI process. */
  private static final int CONNECTIONS_MAX = 256;

  /** Requests under way are given this long; the whole stop has five seconds. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final WebServer server;
  private final UnixSocket ui;
  private final UnixSocket admin;

  private ApiServer(WebServer server, UnixSocket ui, UnixSocket admin) {
    this.server = server;
    this.ui = ui;
    this.admin = admin;
  }

  static ApiServer start(
      UnixSocket ui,
      HttpRouting.Builder uiRoutes,
      UnixSocket admin,
      HttpRouting.Builder adminRoutes)
      throws IOException {
    ui.prepare();
    admin.prepare();
    WebServer server =
        WebServer.builder()
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(GRACE)
            .update(listener -> listen(listener, ui, uiRoutes).maxPayloadSize(UI_BODY_MAX))
            .putSocket(
                "admin",
                listener -> listen(listener, admin, adminRoutes).maxPayloadSize(ADMIN_BODY_MAX))
            .build()
            .start();
    ui.share();
    admin.share();
    return new ApiServer(server, ui, admin);
  }

  private static <B extends ListenerConfig.BuilderBase<B, ?>> B listen(
      B listener, UnixSocket socket, HttpRouting.Builder routes) {
    return listener
        .bindAddress(socket.address())
        .maxTcpConnections(CONNECTIONS_MAX)
        .mediaContext(MediaContext.builder().mediaSupportsDiscoverServices(false).build())
        .contentEncoding(
            ContentEncodingContext.builder().contentEncodingsDiscoverServices(false).build())
        .directHandlers(TransportProblem::register)
        .routing(routes);
  }

  @Override
  public void close() throws IOException {
    server.stop();
    ui.remove();
    admin.remove();
  }
}
