package fi.kaiku.kiosk;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.LogManager;

/** Starts the kiosk UI and prints {@code READY http://127.0.0.1:PORT/} once it serves pages. */
public final class KioskMain {
  private static final int EXIT_USAGE = 2;
  private static final int EXIT_PORT_TAKEN = 3;

  /** 256 bits: not to be guessed, whatever the rate; {@link OneTimeToken} relies on it. */
  private static final int SECRET_BYTES = 32;

  private KioskMain() {}

  public static void main(String[] arguments) throws IOException {
    readLogging();
    try {
      KioskServer server = start(KioskOptions.parse(List.of(arguments)));
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(server::close));
      System.out.println("READY http://127.0.0.1:" + server.port() + "/");
    } catch (IllegalArgumentException e) {
      System.err.println("kiosk-ui: " + e.getMessage() + "\n" + KioskOptions.USAGE);
      System.exit(EXIT_USAGE);
    } catch (JavalinBindException e) {
      System.err.println("kiosk-ui: " + e.getMessage());
      System.exit(EXIT_PORT_TAKEN);
    }
  }

  private static void readLogging() throws IOException {
    try (InputStream in = KioskMain.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    }
  }

  static KioskServer start(KioskOptions options) {
    Supplier<String> secrets = secrets(new SecureRandom());
    DaemonClient daemon = new DaemonClient(options.daemonSocket(), DaemonClient.CALL_TIME_MAX);
    KioskParts parts =
        new KioskParts(
            new OneTimeToken(options.tokenFile(), secrets),
            new Sessions(options.tokenFile().resolveSibling("sessions"), secrets),
            daemon,
            new FeedRelay(
                daemon,
                new StallWatch(StallWatch.SILENCE_MAX, System::nanoTime),
                new SecureRandom()));
    return new KioskServer(parts, options.port(), options.demo());
  }

  private static Supplier<String> secrets(SecureRandom random) {
    return () -> {
      byte[] secret = new byte[SECRET_BYTES];
      random.nextBytes(secret);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    };
  }
}
