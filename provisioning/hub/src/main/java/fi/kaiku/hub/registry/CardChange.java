package fi.kaiku.hub.registry;

import java.time.LocalDate;

/** One change of the registry, in the words of the wire. */
public sealed interface CardChange {
  /** 32 hex digits. */
  String hash();

  /** The card is new or different; this is all of it. */
  record Put(
      String hash,
      String kind,
      LocalDate issuedOn,
      LocalDate validUntil,
      String state,
      int children)
      implements CardChange {
    @Override
    public String toString() {
      return "Put";
    }
  }

  /** The registry no longer has the card. */
  record Gone(String hash) implements CardChange {
    @Override
    public String toString() {
      return "Gone";
    }
  }
}
