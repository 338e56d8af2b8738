package fi.kaiku.terminal.event;

/** The columns of the event list. */
enum EventColumn {
  EVENT_ID,
  TITLE_FI,
  TITLE_SV,
  TITLE_EN,
  KIND,
  STARTS_AT,
  ENDS_AT,
  QUOTA,
  ORGANISER,
  SERVICE_FEE
}
