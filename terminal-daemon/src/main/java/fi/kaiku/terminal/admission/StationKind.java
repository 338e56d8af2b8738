package fi.kaiku.terminal.admission;

/**
 * Who works at a station: a clerk decides at a desk, a kiosk decides nothing that needs judgement.
 */
public enum StationKind {
  DESK,
  KIOSK
}
