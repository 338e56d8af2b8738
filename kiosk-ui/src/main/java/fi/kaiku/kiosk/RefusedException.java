package fi.kaiku.kiosk;

/** Ends the handling of a request with a {@link Problem}. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Problem problem;

  RefusedException(Problem problem) {
    super(problem.type());
    this.problem = problem;
  }

  RefusedException(Problem problem, Throwable cause) {
    super(problem.type(), cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
