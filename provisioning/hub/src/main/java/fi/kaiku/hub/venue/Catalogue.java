package fi.kaiku.hub.venue;

import fi.kaiku.hub.store.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Venues and events. A changed one takes the old one's place; none is ever deleted. */
public final class Catalogue {
  private final Database database;

  public Catalogue(Database database) {
    this.database = database;
  }

  public void put(Venue venue) {
    database.transaction(
        db ->
            db.createUpdate(
                    """
                    INSERT INTO venue (id, name) VALUES (:id, :name)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name
                    """)
                .bind("id", venue.id())
                .bind("name", venue.name())
                .execute());
  }

  public boolean hasVenue(String id) {
    return !database.read(db -> known(db, "venue", Set.of(id))).isEmpty();
  }

  /** Which of its venues the hub does not know; where there are any, nothing is changed. */
  public Set<String> put(Event event) {
    return database.transaction(
        db -> {
          Set<String> unknown = new HashSet<>(event.sellers());
          unknown.removeAll(known(db, "venue", event.sellers()));
          if (unknown.isEmpty()) {
            store(db, event);
          }
          return unknown;
        });
  }

  /** Those of the ids that are in the table, {@code venue} or {@code event}. */
  public static Set<String> known(Handle db, String table, Collection<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return db.createQuery("SELECT id FROM <table> WHERE id IN (<ids>)")
        .define("table", table)
        .bindList("ids", ids)
        .mapTo(String.class)
        .set();
  }

  private static void store(Handle db, Event event) {
    db.createUpdate(
            """
            INSERT INTO event (id, organiser, title, starts_at, ends_at)
            VALUES (:id, :organiser, :title, :startsAt, :endsAt)
            ON CONFLICT (id) DO UPDATE SET organiser = excluded.organiser, title = excluded.title,
              starts_at = excluded.starts_at, ends_at = excluded.ends_at
            """)
        .bind("id", event.id())
        .bind("organiser", event.organiser())
        .bind("title", event.title())
        .bind("startsAt", event.startsAt().toEpochMilli())
        .bind("endsAt", event.endsAt().toEpochMilli())
        .execute();
    db.execute("DELETE FROM event_seller WHERE event = ?", event.id());
    for (String seller : event.sellers()) {
      db.execute("INSERT INTO event_seller (venue, event) VALUES (?, ?)", seller, event.id());
    }
  }
}
