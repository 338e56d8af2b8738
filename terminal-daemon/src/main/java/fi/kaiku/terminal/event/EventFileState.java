package fi.kaiku.terminal.event;

import java.time.Instant;
import java.util.List;

/** How the last reading of the event list went. */
public sealed interface EventFileState {
  /**
   * The list was taken into use.
   *
   * @param badRows left out; what was last known of their events stays
   */
  record InUse(int events, List<BadEvent> badRows, Instant readAt) implements EventFileState {
    public InUse {
      badRows = List.copyOf(badRows);
    }
  }

  /**
   * Missing, or no event list at all: the last good one stays in use.
   *
   * @param readAt when that one was read, perhaps before the last start
   */
  record LastGood(String why, Instant readAt) implements EventFileState {}

  /** Missing, or no event list at all, and no earlier one holds an event. */
  record Nothing(String why) implements EventFileState {}
}
