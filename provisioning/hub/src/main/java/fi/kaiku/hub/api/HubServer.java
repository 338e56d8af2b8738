package fi.kaiku.hub.api;

import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;

/**
 * The two listeners. TLS is ended by a proxy before the first one; the second is on the loopback
 * address. Requests run on virtual threads.
 */
public final class HubServer implements AutoCloseable {
  /** A card list of four million lines, which is streamed; all else is refused by the routes. */
  private static final long ADMIN_BODY_MAX = 256L << 20;

  /** Terminals wait in long polls, one connection each. */
  private static final int CONNECTIONS_MAX = 20_000;

  private static final int ADMIN_CONNECTIONS_MAX = 64;

  /** Requests under way are given this long; those that only wait lose nothing. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final String LOOPBACK = "127.0.0.1";

  private final WebServer server;

  /**
   * Where to listen.
   *
   * @param address of the terminals' listener
   * @param port the terminals'; 0 for a free one, likewise {@code adminPort}
   */
  public record Ports(String address, int port, int adminPort) {}

  private HubServer(WebServer server) {
    this.server = server;
  }

  static HubServer start(Ports ports, Routes terminals, Routes admin) {
    return new HubServer(
        WebServer.builder()
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(GRACE)
            .update(
                listener ->
                    listen(listener, terminals.routing())
                        .maxPayloadSize(Routes.BODY_MAX)
                        .host(ports.address())
                        .port(ports.port())
                        .maxTcpConnections(CONNECTIONS_MAX))
            .putSocket(
                "admin",
                listener ->
                    listen(listener, admin.routing())
                        .maxPayloadSize(ADMIN_BODY_MAX)
                        .host(LOOPBACK)
                        .port(ports.adminPort())
                        .maxTcpConnections(ADMIN_CONNECTIONS_MAX))
            .build()
            .start());
  }

  private static <B extends ListenerConfig.BuilderBase<B, ?>> B listen(
      B listener, HttpRouting.Builder routes) {
    return listener
        .mediaContext(MediaContext.builder().mediaSupportsDiscoverServices(false).build())
        .contentEncoding(
            ContentEncodingContext.builder().contentEncodingsDiscoverServices(false).build())
        .directHandlers(TransportProblem::register)
        .routing(routes);
  }

  public int port() {
    return server.port();
  }

  public int adminPort() {
    return server.port("admin");
  }

  @Override
  public void close() {
    server.stop();
  }
}
