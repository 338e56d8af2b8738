package fi.kaiku.kiosk;

import io.javalin.http.HandlerType;
import java.util.Map;

/**
 * One call to the daemon.
 *
 * @param path absolute, needs no encoding
 * @param query parameters, encoded by the client
 * @param body JSON, or empty for none
 */
record DaemonCall(
    HandlerType method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {}
