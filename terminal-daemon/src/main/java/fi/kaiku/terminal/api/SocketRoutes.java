package fi.kaiku.terminal.api;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.List;

/** The routes of one socket, and the list of them, which a test compares with openapi.yaml. */
final class SocketRoutes {
  private final HttpRouting.Builder routing = HttpRouting.builder();
  private final List<String> listed = new ArrayList<>();
  private final KioskRights rights;

  SocketRoutes(KioskRights rights) {
    this.rights = rights;
  }

  SocketRoutes get(String path, Endpoint endpoint) {
    return add(Method.GET, path, Endpoint.handler(endpoint));
  }

  SocketRoutes post(String path, Endpoint endpoint) {
    return add(Method.POST, path, Endpoint.handler(endpoint));
  }

  /** A route that writes its answer bit by bit. */
  SocketRoutes stream(Method method, String path, Handler handler) {
    return add(method, path, handler);
  }

  /** For example {@code GET /v1/terminal}. */
  List<String> listed() {
    return List.copyOf(listed);
  }

  HttpRouting.Builder routing() {
    return routing;
  }

  private SocketRoutes add(Method method, String path, Handler handler) {
    String route = method.text() + " " + path;
    listed.add(route);
    routing.route(method, path, rights.guarded(route, handler));
    return this;
  }
}
