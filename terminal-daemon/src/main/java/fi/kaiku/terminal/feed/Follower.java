package fi.kaiku.terminal.feed;

import java.time.Duration;

/**
 * One reader's place in a feed. Used by one thread; costs nothing when it is forgotten, so it needs
 * no closing.
 */
public final class Follower {
  private final EventFeed feed;
  private long seen;
  private FeedEvent first;

  /** Goes on after {@code seen}. */
  Follower(EventFeed feed, long seen) {
    this(feed, seen, null);
  }

  /** Starts with {@code first}, goes on after {@code seen}. */
  Follower(EventFeed feed, long seen, FeedEvent first) {
    this.feed = feed;
    this.seen = seen;
    this.first = first;
  }

  /** The next event, waited for at most {@code patience}. */
  public FeedStep next(Duration patience) throws InterruptedException {
    if (first != null) {
      FeedEvent event = first;
      first = null;
      return new FeedStep.Next(event);
    }
    FeedStep step = feed.after(seen, patience.toNanos());
    if (step instanceof FeedStep.Next) {
      seen++;
    }
    return step;
  }
}
