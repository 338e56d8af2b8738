package fi.kaiku.terminal.card;

/** What a scanned or typed text turned out to be (R1-R3). */
public sealed interface CardReading {
  record Recognised(CardId id, EntryWay entryWay) implements CardReading {}

  /** Not a Kaikukortti; the text itself is forgotten, it may be a personal identity code (R3). */
  record NotACard(Kind kind, int length) implements CardReading {}

  /** What it looks like, told to the clerk in plain words. */
  enum Kind {
    EMPTY,
    PERSONAL_IDENTITY_CODE,
    OWN_TICKET,
    WEB_ADDRESS,
    PRODUCT_CODE,
    OTHER_SYMBOLOGY,
    WRONG_LENGTH,
    WRONG_CHARACTERS,
    UNREADABLE
  }
}
