package fi.kaiku.terminal.feed;

/**
 * One event of a station's feed.
 *
 * @param id {@code RUN:SEQ}; SEQ counts from 1 within a run of the daemon
 * @param name {@code station} or {@code today}
 * @param data JSON without line breaks (it goes out as one {@code data:} line)
 */
public record FeedEvent(String id, String name, String data) {
  public FeedEvent {
    if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("event '" + name + "': the data must be one line");
    }
  }

  /** May hold a card's suggestions: the length is enough for a log. */
  @Override
  public String toString() {
    return "FeedEvent[" + id + " " + name + ", " + data.length() + " characters]";
  }
}
