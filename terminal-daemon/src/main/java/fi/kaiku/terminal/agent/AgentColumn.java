package fi.kaiku.terminal.agent;

/** The columns of an agent's list; no other is let in (R27). */
enum AgentColumn {
  /** The agent's own stable name of the row: an import repeated enters nothing twice. */
  ROW_ID,
  CARD_ID,
  EVENT_ID,
  SOLD_ON,
  ADULTS,
  CHILDREN
}
