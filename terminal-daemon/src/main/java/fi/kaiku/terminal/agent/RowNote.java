package fi.kaiku.terminal.agent;

/**
 * A row of an agent's list that was not entered.
 *
 * @param line from 1, the header included
 * @param column as in the header; empty where it is about the whole line
 * @param reason what was expected, or when the card was used; nothing of the card (R28)
 */
public record RowNote(Kind kind, long line, String column, String reason) {
  /** Why not. */
  public enum Kind {
    /** The agent has to correct it. */
    BAD_ROW,
    /** By an earlier import of this row; nothing to do. */
    ALREADY_ENTERED,
    /** R21: the card has a use of this event that stands; a clerk decides. */
    ALREADY_USED
  }
}
