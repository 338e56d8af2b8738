package fi.kaiku.terminal.registry;

/** The columns of a registry file; no other is let in (R27). */
enum RegistryColumn {
  CARD_ID,
  KIND,
  ISSUED_ON,
  VALID_UNTIL,
  STATE,
  CHILDREN
}
