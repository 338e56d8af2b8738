package fi.kaiku.terminal.event;

import fi.kaiku.terminal.input.BadCellException;
import fi.kaiku.terminal.input.CsvHeaderException;
import fi.kaiku.terminal.input.CsvLine;
import fi.kaiku.terminal.input.CsvTable;
import fi.kaiku.terminal.input.ExtraColumns;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one reading of an event list brought.
 *
 * @param events by id, in the order of the file
 * @param unclear events whose row is bad: what was last known of them stays
 * @param removal whether an event that the file does not name may be taken for removed
 */
record EventList(
    Map<EventId, Event> events, Set<EventId> unclear, List<BadEvent> badRows, Removal removal) {

  /** Whether absence means anything. */
  enum Removal {
    MEANT,
    /** Some row can't even be told which event it is about. */
    DOUBTFUL
  }

  EventList {
    events = Collections.unmodifiableMap(events);
    unclear = Set.copyOf(unclear);
    badRows = List.copyOf(badRows);
  }

  /** Reads to the end of the stream, which stays the caller's to close. */
  static EventList read(InputStream csv, String ourVenue) throws IOException, CsvHeaderException {
    CsvTable<EventColumn> table = CsvTable.open(csv, EventColumn.class, ExtraColumns.IGNORED);
    Reading reading = new Reading(ourVenue);
    for (var line = table.next(); line.isPresent(); line = table.next()) {
      reading.take(line.get());
    }
    return reading.result();
  }

  /**
   * The list to use from now on: the file's events, and of the last known ones those that its bad
   * rows leave unclear and those that somebody holds a ticket for.
   */
  Map<EventId, Event> after(Map<EventId, Event> last, Predicate<EventId> hasAdmissions) {
    Map<EventId, Event> merged = new LinkedHashMap<>(events);
    last.forEach(
        (id, event) -> {
          if (removal == Removal.DOUBTFUL || unclear.contains(id) || hasAdmissions.test(id)) {
            merged.putIfAbsent(id, event);
          }
        });
    return merged;
  }

  /** A reading under way. */
  private static final class Reading {
    private final String ourVenue;
    private final Map<EventId, Event> events = new LinkedHashMap<>();
    private final Set<EventId> unclear = new HashSet<>();
    private final List<BadEvent> badRows = new ArrayList<>();
    private Removal removal = Removal.MEANT;

    Reading(String ourVenue) {
      this.ourVenue = ourVenue;
    }

    void take(CsvLine<EventColumn> line) {
      switch (line) {
        case CsvLine.Broken<EventColumn> broken -> {
          removal = Removal.DOUBTFUL;
          badRows.add(new BadEvent(broken.number(), "", broken.reason()));
        }
        case CsvLine.Row<EventColumn> row -> take(row.number(), new EventRow(row));
      }
    }

    private void take(long line, EventRow row) {
      try {
        Event event = row.event(ourVenue);
        if (events.putIfAbsent(event.id(), event) != null) {
          badRows.add(new BadEvent(line, "event_id", "the same id as on a line above"));
        }
      } catch (BadCellException e) {
        badRows.add(new BadEvent(line, e.column(), e.getMessage()));
        row.id().ifPresentOrElse(unclear::add, () -> removal = Removal.DOUBTFUL);
      }
    }

    EventList result() {
      return new EventList(events, unclear, badRows, removal);
    }
  }
}
