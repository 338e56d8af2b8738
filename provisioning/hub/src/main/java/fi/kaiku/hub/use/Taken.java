package fi.kaiku.hub.use;

/** What became of one item of a batch. */
public sealed interface Taken {
  /** Durable since this batch. */
  record Recorded() implements Taken {}

  /** Durable since an earlier one, with the same content. */
  record AlreadyKnown() implements Taken {}

  /**
   * Its id is known with other content: the first one stands, this one is kept for people to see.
   */
  record Conflict() implements Taken {}

  /** Not kept; sending it again would change nothing. */
  record Rejected(Reason reason, String detail) implements Taken {}

  /** The only reasons there are: whether a use was right is not the hub's to judge. */
  enum Reason {
    MALFORMED,
    UNKNOWN_EVENT,
    UNKNOWN_VENUE
  }
}
