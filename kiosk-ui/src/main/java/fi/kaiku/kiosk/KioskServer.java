package fi.kaiku.kiosk;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/** The web server of the kiosk UI, on 127.0.0.1 only. */
final class KioskServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String KIOSK = "/kiosk";
  private static final String OUT_OF_ORDER = "/pages/out-of-order";
  private static final String KIOSK_OUT_OF_ORDER = "/pages/kiosk-out-of-order";
  private static final String NO_SESSION = "/pages/no-session";
  private static final String SAME_PAGE_AGAIN = "/pages/again";

  private final WebFiles files;
  private final SecurityHeaders headers;
  private final RequestGuard guard;
  private final Entrance entrance;
  private final DaemonClient daemon;
  private final Relay relay;
  private final FeedRelay feeds;
  private final Javalin server;

  /**
   * @param port 0 lets the system choose
   */
  KioskServer(KioskParts parts, int port, KioskOptions.DemoPanel demo) {
    this.files = WebFiles.load();
    this.headers = new SecurityHeaders(files.all());
    this.guard = new RequestGuard(this::port);
    this.entrance = new Entrance(parts.token(), parts.sessions(), this::port);
    this.daemon = parts.daemon();
    this.relay = new Relay(daemon);
    this.feeds = parts.feeds();
    this.server = Javalin.create(config -> configure(config, port, demo)).start();
  }

  int port() {
    return server.port();
  }

  private void configure(JavalinConfig config, int port, KioskOptions.DemoPanel demo) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.host = HOST;
    config.jetty.port = port;
    // Compression would hold events back, and a loopback gains nothing from it.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.routes.before(this::guard);
    routes(config.routes, demo);
    config.routes.exception(
        RefusedException.class, (e, browser) -> Answers.problem(browser, e.problem()));
    config.routes.exception(
        HttpResponseException.class, (e, browser) -> Answers.problem(browser, Problem.BAD_REQUEST));
  }

  private void guard(Context browser) {
    headers.all().forEach(browser::header);
    guard.check(browser);
  }

  private void routes(RoutesConfig routes, KioskOptions.DemoPanel demo) {
    routes.get("/", browser -> browser.redirect(Entrance.DESK));
    routes.get("/health", this::health);
    routes.get(Entrance.LINK, this::open);
    routes.get(Entrance.DESK, browser -> app(browser, Entrance.DESK, OUT_OF_ORDER));
    routes.get(KIOSK, browser -> app(browser, KIOSK, KIOSK_OUT_OF_ORDER));
    routes.get("/ui/feed", browser -> feeds.relay(browser, entrance.station(browser)));
    for (RelayRoute route : RelayRoute.all(demo)) {
      routes.addHttpHandler(
          route.method(),
          route.path(),
          browser -> relay.relay(browser, route, entrance.station(browser)));
    }
    routes.get("/<path>", this::file);
  }

  private void health(Context browser) {
    String state = daemon.answers() ? "back" : "away";
    browser.contentType("application/json");
    browser.header("Cache-Control", "no-store");
    browser.result("{\"state\":\"ready\",\"daemon\":\"" + state + "\"}");
  }

  private void open(Context browser) {
    try {
      entrance.open(browser);
    } catch (RefusedException e) {
      Answers.page(browser, files.page(NO_SESSION), e.problem().status());
    }
  }

  /**
   * The desk or the kiosk, or in its place a page that says what is wrong and tries again by
   * itself. Which of the two a station is, the page itself finds out and goes where it belongs.
   */
  private void app(Context browser, String page, String outOfOrder) {
    if (entrance.session(browser).isEmpty()) {
      // A browser that was led here by a link on another site did not send its strict cookie.
      boolean fromElsewhere = "cross-site".equals(browser.header("Sec-Fetch-Site"));
      Answers.page(browser, files.page(fromElsewhere ? SAME_PAGE_AGAIN : NO_SESSION), 401);
    } else if (!daemon.answers()) {
      Answers.page(browser, files.page(outOfOrder), 503);
    } else {
      Answers.file(browser, files.page(page));
    }
  }

  private void file(Context browser) {
    WebFile file =
        files.find(browser.path()).orElseThrow(() -> new RefusedException(Problem.NO_SUCH_PATH));
    Answers.file(browser, file);
  }

  @Override
  public void close() {
    feeds.close();
    server.stop();
    daemon.close();
  }
}
