package fi.kaiku.terminal.event;

import java.util.List;

/** How the last reading of the event list went. */
public sealed interface EventFileState {
  /**
   * The list was taken into use.
   *
   * @param badRows left out; what was last known of their events stays
   */
  record InUse(int events, List<BadEvent> badRows) implements EventFileState {
    public InUse {
      badRows = List.copyOf(badRows);
    }
  }

  /** Missing, or no event list at all: the last good one stays in use. */
  record Unusable(String why) implements EventFileState {}
}
