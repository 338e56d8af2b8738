package fi.kaiku.terminal.api;

/** Schema {@code Problem}. */
record ProblemView(String type, String title, int status, String detail) {
  static ProblemView of(ProblemType type, String detail) {
    return new ProblemView(type.urn(), type.title(), type.status(), detail);
  }
}
