package fi.kaiku.terminal.api;

import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What answers one path and method with a whole body; runs on the request's virtual thread. */
@FunctionalInterface
interface Endpoint {
  Logger LOG = System.getLogger(Endpoint.class.getName());

  /**
   * Answers one request.
   *
   * @throws ProblemException for what the caller has to be told
   */
  Answer answer(ServerRequest request);

  /** As a route of the server: every failure becomes a problem, ours are logged, once. */
  static Handler handler(Endpoint endpoint) {
    return (request, response) -> answerOrProblem(endpoint, request).send(response);
  }

  /** Writes its answer bit by bit; what goes wrong before the first bit becomes a problem. */
  static Handler streaming(Handler handler) {
    return (request, response) -> {
      try {
        handler.handle(request, response);
      } catch (ProblemException e) {
        Answer.problem(e.type(), e.getMessage()).send(response);
      }
    };
  }

  private static Answer answerOrProblem(Endpoint endpoint, ServerRequest request) {
    try {
      return endpoint.answer(request);
    } catch (ProblemException e) {
      return Answer.problem(e.type(), e.getMessage());
    } catch (RequestException | HttpException e) {
      throw e;
    } catch (RuntimeException e) {
      // The path holds names and our own ids; the query may hold a card's last characters.
      LOG.log(Level.ERROR, request.prologue().method() + " " + request.path().path(), e);
      return Answer.problem(ProblemType.INTERNAL_ERROR, "see the daemon's log");
    }
  }
}
