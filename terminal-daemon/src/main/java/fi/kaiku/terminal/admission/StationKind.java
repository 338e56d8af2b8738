package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;

/**
 * Who works at a station: a clerk decides at a desk, a kiosk decides nothing that needs judgement.
 */
public enum StationKind {
  DESK,
  KIOSK;

  /** R23: a kiosk takes no money, so it offers no event with a fee. */
  public boolean offers(Event event) {
    return switch (this) {
      case DESK -> true;
      case KIOSK -> event.serviceFeeCents() == 0;
    };
  }
}
