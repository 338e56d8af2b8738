package fi.kaiku.terminal.admission;

/** What a clerk should know before pressing *Issue*; needs no answer. */
public enum Note {
  /** R23: organised by another venue. */
  AGENT_SALE,
  /** R23: the amount is in the event. */
  SERVICE_FEE,
  /** R5: the registry is older than max-age. */
  REGISTRY_STALE,
  /** The station's first personal card was replaced by this one and got nothing. */
  REPLACED_CARD,
  /**
   * R20, R21: *Replace* would give more than fits, the places of the earlier use included; the
   * offer says how many there are. Until fewer are chosen it is refused.
   */
  TOO_FEW_PLACES
}
