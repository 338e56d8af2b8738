package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;

/** One change of the hub's registry. */
public sealed interface CardChange {
  CardHash hash();

  /** New or different; this is all of it. */
  record Put(Card card) implements CardChange {
    @Override
    public CardHash hash() {
      return card.hash();
    }
  }

  /** The registry no longer has the card. */
  record Gone(CardHash hash) implements CardChange {}
}
