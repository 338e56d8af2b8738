package fi.kaiku.kiosk;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Lets in only what the terminal's own pages ask. The Host allow-list stops DNS rebinding; Origin
 * and Sec-Fetch-Site stop other web pages of the same browser. Every browser that can show the desk
 * sends both headers to a loopback address.
 */
final class RequestGuard {
  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final IntSupplier port;

  /**
   * @param port the port that is listened on, known once the server runs
   */
  RequestGuard(IntSupplier port) {
    this.port = port;
  }

  void check(Context request) {
    String host = request.header("Host");
    if (host == null || !isOurs(host)) {
      throw new RefusedException(Problem.FOREIGN_HOST);
    }
    boolean changes = !READING.contains(request.method());
    if (changes || request.path().startsWith("/ui/")) {
      checkSite(request, host, changes ? Origin.REQUIRED : Origin.IF_SENT);
    }
  }

  /** Browsers leave Origin out of same-origin reads, so there its absence says nothing. */
  private enum Origin {
    REQUIRED,
    IF_SENT
  }

  private static void checkSite(Context request, String host, Origin rule) {
    String origin = request.header("Origin");
    boolean originOk = origin == null ? rule == Origin.IF_SENT : origin.equals("http://" + host);
    if (!originOk || !"same-origin".equals(request.header("Sec-Fetch-Site"))) {
      throw new RefusedException(Problem.FOREIGN_ORIGIN);
    }
  }

  private boolean isOurs(String host) {
    int number = port.getAsInt();
    return host.equals("127.0.0.1:" + number) || host.equals("localhost:" + number);
  }
}
