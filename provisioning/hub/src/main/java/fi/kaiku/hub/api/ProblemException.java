package fi.kaiku.hub.api;

import java.util.Map;

/** Ends a request with a problem. Expected, so it carries no stack trace and is not logged. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient Map<String, String> headers;

  ProblemException(ProblemType type, String detail) {
    this(type, detail, Map.of());
  }

  ProblemException(ProblemType type, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.type = type;
    this.headers = Map.copyOf(headers);
  }

  Reply reply() {
    return Reply.problem(type, getMessage(), headers);
  }
}
