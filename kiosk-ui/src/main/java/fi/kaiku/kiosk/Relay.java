package fi.kaiku.kiosk;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Passes the listed calls on to the daemon. */
final class Relay {
  /** The largest call is a demo scan of some thousand characters. */
  static final int BODY_BYTES_MAX = 16 * 1024;

  private static final int QUERY_CHARS_MAX = 64;
  private static final Pattern KEY = Pattern.compile("[0-9a-fA-F-]{36}");
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final DaemonClient daemon;

  Relay(DaemonClient daemon) {
    this.daemon = daemon;
  }

  void relay(Context browser, RelayRoute route, String station) throws IOException {
    Map<String, String> values = new HashMap<>(browser.pathParamMap());
    values.put("station", station);
    DaemonCall call =
        new DaemonCall(
            route.method(),
            route.upstreamPath(values),
            query(browser),
            idempotencyKey(browser),
            body(browser));
    Answers.pass(browser, daemon.call(call));
  }

  private static Map<String, String> query(Context browser) {
    String search = browser.queryParam("query");
    if (search == null) {
      return Map.of();
    }
    if (search.length() > QUERY_CHARS_MAX) {
      throw new RefusedException(Problem.BAD_REQUEST);
    }
    return Map.of("query", search);
  }

  private static Map<String, String> idempotencyKey(Context browser) {
    String key = browser.header(IDEMPOTENCY_KEY);
    if (key == null) {
      return Map.of();
    }
    if (!KEY.matcher(key).matches()) {
      throw new RefusedException(Problem.BAD_REQUEST);
    }
    return Map.of(IDEMPOTENCY_KEY, key);
  }

  private static String body(Context browser) throws IOException {
    byte[] body;
    try (InputStream in = browser.bodyInputStream()) {
      body = in.readNBytes(BODY_BYTES_MAX + 1);
    }
    if (body.length > BODY_BYTES_MAX) {
      throw new RefusedException(Problem.TOO_LARGE);
    }
    String type = browser.contentType();
    if (body.length > 0 && (type == null || !type.startsWith("application/json"))) {
      throw new RefusedException(Problem.NOT_JSON);
    }
    return new String(body, StandardCharsets.UTF_8);
  }
}
