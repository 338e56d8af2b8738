package fi.kaiku.terminal.card;

/** How a card id came in. */
public enum EntryWay {
  SCANNED,
  TYPED
}
