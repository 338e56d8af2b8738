package fi.kaiku.terminal.registry;

/** What the registry cache says of one id. */
public sealed interface CardLookup {
  record Found(Card card) implements CardLookup {}

  /** Not in the registry: unknown, which is not the same as forged (R5). */
  record NotFound() implements CardLookup {}
}
