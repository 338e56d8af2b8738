package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.event.LocalisedText;

/**
 * What looks wrong about a sale that was entered all the same: it has happened, and a use that has
 * happened is recorded (R22, R23). A question to the agent, never a reproach.
 *
 * @param line of the list, from 1, the header included
 * @param tail of the card's id, its last three characters (R28)
 * @param words for whoever reads the answer
 */
public record SaleDoubt(Kind kind, long line, String tail, LocalisedText words) {
  /** What was noticed; the registry's word is today's, which may be newer than the sale's. */
  public enum Kind {
    /** R5: unknown is not forged; the use is marked unverified. */
    NOT_IN_REGISTRY,
    /** R7. */
    CARD_WITHDRAWN,
    /** R7. */
    CARD_ENDED,
    /** R6. */
    SOLD_BEFORE_FIRST_DAY,
    /** R6: the day of the sale decides. */
    SOLD_AFTER_LAST_DAY,
    /** R6: it has to be shown at the door. */
    ENDED_BEFORE_EVENT,
    /** R13. */
    COMMUNITY_CARD_ON_COURSE,
    /** R10. */
    MORE_CHILDREN
  }
}
