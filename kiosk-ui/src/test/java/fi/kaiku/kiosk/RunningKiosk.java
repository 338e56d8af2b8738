package fi.kaiku.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A kiosk UI server on a port of its own, as {@link KioskMain} wires it, with short waits. */
final class RunningKiosk implements AutoCloseable {
  private static final Duration CALL_TIME_MAX = Duration.ofMillis(1500);
  private static final Duration SILENCE_MAX = Duration.ofMillis(800);

  final Path socket;
  final Path tokenFile;
  private final StallWatch stalls = new StallWatch(SILENCE_MAX, System::nanoTime);
  private final KioskServer server;

  RunningKiosk(Path folder, KioskOptions.DemoPanel demo) {
    this.socket = folder.resolve("daemon.sock");
    this.tokenFile = folder.resolve("token");
    AtomicInteger made = new AtomicInteger();
    String run = Long.toHexString(System.nanoTime());
    DaemonClient daemon = new DaemonClient(socket, CALL_TIME_MAX);
    KioskParts parts =
        new KioskParts(
            new OneTimeToken(tokenFile, () -> "token-" + run + made.incrementAndGet()),
            new Sessions(
                folder.resolve("sessions"), () -> "cookie-" + run + made.incrementAndGet()),
            daemon,
            new FeedRelay(daemon, stalls, new SplittableRandom(1)));
    this.server = new KioskServer(parts, 0, demo);
  }

  int port() {
    return server.port();
  }

  String token() throws IOException {
    return Files.readString(tokenFile).strip();
  }

  RawBrowser browser() {
    return new RawBrowser(port());
  }

  /** A browser that has opened the station's link. */
  RawBrowser deskBrowser(String station) throws IOException {
    String cookie =
        browser().get("/open?station=" + station + "&token=" + token()).header("Set-Cookie");
    return browser().with("Cookie", cookie.split(";", 2)[0]);
  }

  @Override
  public void close() {
    server.close();
    stalls.close();
  }
}
