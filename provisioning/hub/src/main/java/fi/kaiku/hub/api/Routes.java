package fi.kaiku.hub.api;

import fi.kaiku.hub.store.BusyException;
import fi.kaiku.hub.wire.MalformedException;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The routes of one listener, and the list of them, which a test compares with openapi.yaml. */
final class Routes {
  /** Bytes: a batch of 500 entries of about 400 bytes, and as much again. */
  static final int BODY_MAX = 512 * 1024;

  private static final Logger LOG = System.getLogger(Routes.class.getName());

  private final BiFunction<ServerRequest, Reply, Reply> seal;
  private final HttpRouting.Builder routing = HttpRouting.builder();
  private final List<String> listed = new ArrayList<>();

  /** Answers one call; runs on its virtual thread. */
  @FunctionalInterface
  interface Endpoint {
    Reply answer(ServerRequest request) throws InterruptedException;
  }

  /**
   * No routes yet.
   *
   * @param seal is put on each answer
   */
  Routes(BiFunction<ServerRequest, Reply, Reply> seal) {
    this.seal = seal;
  }

  Routes add(Method method, String path, Endpoint endpoint) {
    listed.add(method.text() + " " + path);
    routing.route(
        method,
        path,
        (request, response) ->
            seal.apply(request, answerOrProblem(endpoint, request)).send(response));
    return this;
  }

  /** An answer that is written piece by piece, without a seal. */
  Routes stream(Method method, String path, Handler handler) {
    listed.add(method.text() + " " + path);
    routing.route(method, path, handler);
    return this;
  }

  /** For example {@code POST /v1/admissions}. */
  List<String> listed() {
    return List.copyOf(listed);
  }

  HttpRouting.Builder routing() {
    return routing;
  }

  /**
   * The body, whole.
   *
   * @throws ProblemException when it is larger than {@link #BODY_MAX}
   */
  static byte[] body(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try {
      if (request.headers().contentLength().orElse(0) > BODY_MAX) {
        throw tooLarge();
      }
      byte[] body = request.content().inputStream().readNBytes(BODY_MAX + 1);
      if (body.length > BODY_MAX) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("read a request's body", e);
    }
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        ProblemType.BODY_TOO_LARGE, "expected at most " + BODY_MAX + " bytes");
  }

  private static Reply answerOrProblem(Endpoint endpoint, ServerRequest request) {
    try {
      return endpoint.answer(request);
    } catch (ProblemException e) {
      return e.reply();
    } catch (MalformedException e) {
      return Reply.problem(ProblemType.BAD_REQUEST, e.getMessage(), Map.of());
    } catch (BusyException e) {
      return Reply.problem(ProblemType.BUSY, e.getMessage(), Map.of("Retry-After", "5"));
    } catch (RequestException | HttpException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.problem(ProblemType.BUSY, "the hub is being stopped", Map.of());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, request.prologue().method() + " " + request.path().path(), e);
      return Reply.problem(ProblemType.INTERNAL_ERROR, "see the hub's log", Map.of());
    }
  }
}
