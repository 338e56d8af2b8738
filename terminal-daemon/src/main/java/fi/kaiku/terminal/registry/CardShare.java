package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;

/**
 * A card's share of the registry's checksum, which is the sum modulo 2^64 over all cards, as the
 * hub computes it (its openapi.yaml, schema {@code Check}). Against mistakes and damage only.
 */
final class CardShare {
  private static final int STATE_AT = 1;
  private static final int CHILDREN_AT = 3;
  private static final int ISSUED_AT = 8;
  private static final int LAST_DAY_AT = 28;

  private CardShare() {}

  static long of(Card card) {
    CardHash hash = card.hash();
    long facts =
        RegistryFile.code(card.kind())
            | (long) RegistryFile.code(card.state()) << STATE_AT
            | (long) card.children() << CHILDREN_AT
            | card.issuedOn().toEpochDay() << ISSUED_AT
            | card.validUntil().toEpochDay() << LAST_DAY_AT;
    return mix(hash.high() ^ mix(hash.low() ^ mix(facts)));
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long number) {
    long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
