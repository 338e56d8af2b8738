package fi.kaiku.terminal.feed;

/** What a follower gets when it asks for the next event. */
public sealed interface FeedStep {
  record Next(FeedEvent event) implements FeedStep {}

  /** Nothing happened within the time that the follower was willing to wait. */
  record Quiet() implements FeedStep {}

  /**
   * The follower has read so slowly that its next event is no longer held. It is to be cut off: it
   * comes back with its last id and gets the whole state.
   */
  record TooSlow() implements FeedStep {}

  /** The daemon is stopping. */
  record Closed() implements FeedStep {}
}
