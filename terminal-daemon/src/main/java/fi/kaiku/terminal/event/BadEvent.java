package fi.kaiku.terminal.event;

/**
 * A row of the event list that could not be understood; what was last known of its event stays.
 *
 * @param line from 1, the header included
 * @param column as in the header; empty where the whole line is broken
 */
public record BadEvent(long line, String column, String reason) {
  @Override
  public String toString() {
    return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
  }
}
