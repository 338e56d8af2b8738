package fi.kaiku.terminal.registry;

/** What became of a snapshot. */
public sealed interface TakeReport {
  /** It is in use, and safe on disk. */
  record Taken(long cards) implements TakeReport {}

  /** The last good registry stays in use. */
  record Refused(Cause cause, String detail) implements TakeReport {}

  /** Why. */
  enum Cause {
    /** The registry in use is newer: an old one must not bring withdrawn cards back. */
    OLDER,
    /** Its cards are hashed with a national key that this terminal does not have. */
    KEY_UNKNOWN,
    /** It can't be opened with its key, or is not what the hub said. */
    DAMAGED,
    /** Disk full or failing. */
    NOT_STORED,
    /** An import is under way. */
    BUSY
  }
}
