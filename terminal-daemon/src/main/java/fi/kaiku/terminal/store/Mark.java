package fi.kaiku.terminal.store;

/** What the hub should know of a use beside its facts (R22). */
public enum Mark {
  /** R5: issued on a clerk's word. */
  UNVERIFIED,
  /** R22: the card's id was typed in by a clerk; lists leave it out, the card's row tells it. */
  TYPED,
  /** R22: entered after its day, under that day. */
  BACK_DATED,
  /** R23: sold by an agent, who reported it by list; always back-dated. */
  AGENT_REPORT
}
