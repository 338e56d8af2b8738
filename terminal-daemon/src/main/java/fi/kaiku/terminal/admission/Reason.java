package fi.kaiku.terminal.admission;

/**
 * Why a card, or a whole visit, gets nothing now. In order of precedence: where several apply, the
 * first is told. Each has words for the clerk ("what do I do now", "say it like this") in the user
 * interface, keyed by name.
 */
public enum Reason {
  /** The terminal does not know what day it is. */
  CLOCK_NOT_TRUSTED,
  /** R7. */
  WITHDRAWN,
  /** R7. */
  ENDED,
  /** R5: not in the registry, and the registry is fresh (or this is a kiosk). */
  UNKNOWN_CARD,
  /** R6: before its issue date. */
  NOT_YET_VALID,
  /** R6: after its last day. */
  EXPIRED,
  /** The event has ended, nothing is issued to it any more. */
  EVENT_OVER,
  /** R13. */
  COMMUNITY_CARD_ON_COURSE,
  /** R23: a kiosk offers no event with a fee. */
  FEE_AT_KIOSK,
  /** R20: none left. */
  SOLD_OUT
}
