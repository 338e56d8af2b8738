package fi.kaiku.hub.registry;

/** One line of the card list, understood or not. */
sealed interface CardLine {
  /** From 1, the header's line included: as an editor counts. */
  long number();

  /** A card; its id is in memory only as long as it takes to hash it. */
  record Good(long number, String id, CardFacts facts) implements CardLine {
    @Override
    public String toString() {
      return "Good[" + number + "]";
    }
  }

  /**
   * Left out.
   *
   * @param column empty where the whole line is broken
   * @param reason what was expected; never what was found, as that may be a card's id
   */
  record Bad(long number, String column, String reason) implements CardLine {}
}
