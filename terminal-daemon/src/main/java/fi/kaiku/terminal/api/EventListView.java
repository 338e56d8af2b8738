package fi.kaiku.terminal.api;

import fi.kaiku.terminal.event.BadEvent;
import fi.kaiku.terminal.event.EventFileState;
import java.time.Instant;
import java.util.List;

/** Schema {@code Status}, its {@code events}. */
record EventListView(String state, String readAt) {
  static EventListView of(EventFileState file) {
    return switch (file) {
      case EventFileState.InUse(int _, List<BadEvent> badRows, Instant at) ->
          new EventListView(badRows.isEmpty() ? "read" : "bad-rows", WireTime.of(at));
      case EventFileState.LastGood(String _, Instant at) ->
          new EventListView("last-good", WireTime.of(at));
      case EventFileState.Nothing _ -> new EventListView("nothing", null);
    };
  }
}
