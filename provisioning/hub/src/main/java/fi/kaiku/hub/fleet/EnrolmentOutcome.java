package fi.kaiku.hub.fleet;

import java.time.Duration;

/** What became of a code. */
public sealed interface EnrolmentOutcome {
  /** The terminal is known from now on, or was already by the same code and key. */
  record Enrolled(Terminal terminal) implements EnrolmentOutcome {}

  /** Nothing was changed. */
  record Refused(Cause cause) implements EnrolmentOutcome {}

  /** Too many wrong codes came from there; nothing was looked at. */
  record TooManyTries(Duration pause) implements EnrolmentOutcome {}

  /** Why. */
  enum Cause {
    CODE_UNKNOWN,
    CODE_EXPIRED,
    /** Another terminal, or another key, was enrolled by it. */
    CODE_USED,
    /** A terminal of this id, or this key, is known already, by another code. */
    TERMINAL_KNOWN
  }
}
