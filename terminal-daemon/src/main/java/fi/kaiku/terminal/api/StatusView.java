package fi.kaiku.terminal.api;

import fi.kaiku.terminal.store.JournalState;

/** Schema {@code Status}. */
record StatusView(
    DeviceStatusView scanner,
    DeviceStatusView printer,
    int waitingTickets,
    RegistryView registry,
    EventListView events,
    UsesView uses,
    ClockView clock,
    JournalView journal) {

  /**
   * Uses that are not yet recorded upstream.
   *
   * @param deadLetters those that upstream refused
   */
  record UsesView(int unsent, int deadLetters, String hub) {}

  /** How the journal is. */
  record JournalView(String state) {
    static JournalView of(JournalState state) {
      return new JournalView(WireWord.of(state));
    }
  }
}
