package fi.kaiku.terminal.sync;

/** What became of a code that a technician typed. */
public sealed interface EnrolmentResult {
  /**
   * The hub knows this terminal.
   *
   * @param venue whose terminal it is at the hub
   */
  record Enrolled(String venue) implements EnrolmentResult {}

  /**
   * The hub said no.
   *
   * @param problem such as {@code code-expired}
   */
  record Refused(String problem) implements EnrolmentResult {}

  /** The code was not spent, or may be given again: nothing that counts was answered. */
  record NoAnswer(String what) implements EnrolmentResult {}

  /** The terminal could not keep what it would get, so it did not ask. */
  record NoStore(String what) implements EnrolmentResult {}
}
