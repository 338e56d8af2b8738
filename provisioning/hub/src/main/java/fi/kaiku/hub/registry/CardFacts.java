package fi.kaiku.hub.registry;

import java.util.List;

/**
 * What the registry says of a card, as numbers that stand so in databases and snapshots and never
 * get a new meaning.
 *
 * @param kind index in {@link #KINDS}
 * @param issuedOn days since 1970-01-01
 * @param lastDay of validity, likewise
 * @param state index in {@link #STATES}
 * @param children most children's tickets for one event (R10); 0 for a community card
 */
record CardFacts(int kind, int issuedOn, int lastDay, int state, int children) {
  /** Words on the wire and in the list (R4). */
  static final List<String> KINDS = List.of("personal", "community");

  /** Words on the wire and in the list (R7). */
  static final List<String> STATES = List.of("active", "ended", "withdrawn");

  /** More on one card is taken for a mistake in the list. */
  static final int CHILDREN_MAX = 30;

  private static final int STATE_AT = 1;
  private static final int CHILDREN_AT = 3;
  private static final int ISSUED_AT = 8;
  private static final int LAST_DAY_AT = 28;

  /** All of it in one number, different for different facts. */
  long packed() {
    return kind
        | (long) state << STATE_AT
        | (long) children << CHILDREN_AT
        | (long) issuedOn << ISSUED_AT
        | (long) lastDay << LAST_DAY_AT;
  }
}
