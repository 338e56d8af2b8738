package fi.kaiku.terminal.event;

import fi.kaiku.terminal.input.CsvHeaderException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The events of this venue, from a CSV file that is watched. A bad row keeps what was last known of
 * its event, a bad or missing file keeps the last good list, over a restart too; an event that
 * somebody holds a ticket for is never dropped. Any thread.
 */
public final class EventCatalogue implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventCatalogue.class.getName());

  private final EventSource source;
  private final LastGoodEvents lastGood;
  private final EventFileWatch watch;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Map<EventId, Event> events;
  private volatile EventFileState state;

  /** When the events in use were read from the list; the watching thread's, after the opening. */
  private Instant readAt;

  /**
   * Where events come from.
   *
   * @param file the venue's list
   * @param lastGood where the last good list is kept, beside the databases
   * @param ourVenue the organiser of events that name none
   * @param hasAdmissions whether the journal holds an admission to an event, voided ones included
   * @param clock for when the list was read
   */
  public record EventSource(
      Path file,
      Path lastGood,
      String ourVenue,
      Predicate<EventId> hasAdmissions,
      InstantSource clock) {}

  private EventCatalogue(EventSource source) throws IOException {
    this.source = source;
    this.lastGood = new LastGoodEvents(source.lastGood());
    this.events = lastGood.read();
    this.readAt = lastGood.readAt();
    this.watch = new EventFileWatch(source.file(), this::readAgain);
  }

  /** Reads the list once, then watches it on a thread of its own. */
  public static EventCatalogue open(EventSource source) throws IOException {
    EventCatalogue catalogue = new EventCatalogue(source);
    catalogue.readAgain();
    catalogue.watch.start();
    return catalogue;
  }

  public Optional<Event> find(EventId id) {
    return Optional.ofNullable(events.get(id));
  }

  /** By start, ended ones included. */
  public List<Event> all() {
    return events.values().stream()
        .sorted(Comparator.comparing(Event::startsAt).thenComparing(e -> e.id().value()))
        .toList();
  }

  /** How the last reading of the list went. */
  public EventFileState state() {
    return state;
  }

  /** Called on the watching thread after each reading of the list; must return at once. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    watch.close();
  }

  private void readAgain() {
    state = read();
    log(state);
    listeners.forEach(Runnable::run);
  }

  private EventFileState read() {
    try (InputStream csv = Files.newInputStream(source.file())) {
      EventList list = EventList.read(csv, source.ourVenue());
      readAt = source.clock().instant();
      use(list.after(events, this::mustStay));
      return new EventFileState.InUse(list.events().size(), list.badRows(), readAt);
    } catch (NoSuchFileException e) {
      return unusable("the file is missing");
    } catch (CsvHeaderException | IOException e) {
      return unusable(e.getMessage());
    }
  }

  private EventFileState unusable(String why) {
    return events.isEmpty()
        ? new EventFileState.Nothing(why)
        : new EventFileState.LastGood(why, readAt);
  }

  /** In doubt an event stays: somebody may be standing at the door with a ticket to it. */
  private boolean mustStay(EventId id) {
    try {
      return source.hasAdmissions().test(id);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Nobody knows whether event " + id + " has admissions; it stays", e);
      return true;
    }
  }

  /** The list is in use even where it can't be kept for the next start. */
  private void use(Map<EventId, Event> next) {
    boolean changed = !next.equals(events);
    events = Collections.unmodifiableMap(next);
    try {
      if (changed) {
        lastGood.write(next.values());
      }
      lastGood.setReadAt(readAt);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The events can't be kept in " + source.lastGood(), e);
    }
  }

  private void log(EventFileState read) {
    switch (read) {
      case EventFileState.InUse inUse -> {
        LOG.log(Level.INFO, "{0} events in {1}", inUse.events(), source.file());
        inUse
            .badRows()
            .forEach(row -> LOG.log(Level.WARNING, "{0}, {1}", source.file(), row.toString()));
      }
      case EventFileState.LastGood last ->
          LOG.log(
              Level.WARNING,
              "{0} can''t be used, the list of {1} stays: {2}",
              source.file(),
              last.readAt(),
              last.why());
      case EventFileState.Nothing nothing ->
          LOG.log(
              Level.WARNING,
              "{0} can''t be used, and there is no earlier list: {1}",
              source.file(),
              nothing.why());
    }
  }
}
