package fi.kaiku.hub.registry;

import java.util.Locale;

/** The columns of the programme's card list; no other is let in (R27). */
enum CardColumn {
  CARD_ID,
  KIND,
  ISSUED_ON,
  VALID_UNTIL,
  STATE,
  CHILDREN;

  /** As in the header. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
