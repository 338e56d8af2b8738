package fi.kaiku.hub.use;

import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.venue.Catalogue;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of entries and conflicts, in one transaction of one batch. */
final class EntryTable {
  /** Of a card's id, all that may be shown (R28). */
  private static final int TAIL = 3;

  private final Handle db;
  private final HubKeys keys;
  private final Sender sender;

  /** Who sent the batch, and when it came. */
  record Sender(UUID terminal, Instant at) {}

  EntryTable(Handle db, HubKeys keys, Sender sender) {
    this.db = db;
    this.keys = keys;
    this.sender = sender;
  }

  Set<String> known(String table, Set<String> ids) {
    return Catalogue.known(db, table, ids);
  }

  Digest digest(Entry entry) {
    return Digest.of(keys.digest(entry.content()));
  }

  /** Of those of the ids that are in the table. */
  Map<UUID, Digest> digests(Collection<UUID> ids) {
    Map<UUID, Digest> digests = new HashMap<>();
    if (!ids.isEmpty()) {
      db.createQuery("SELECT id, digest FROM entry WHERE id IN (<ids>)")
          .bindList("ids", List.copyOf(ids))
          .map((row, _) -> Map.entry(UUID.fromString(row.getString(1)), row.getBytes(2)))
          .forEach(found -> digests.put(found.getKey(), Digest.of(found.getValue())));
    }
    return digests;
  }

  /**
   * Takes so many positions and answers the first. The row stays locked until the commit: whoever
   * gets later positions commits later.
   */
  long takePositions(int count) {
    db.execute("UPDATE feed SET last = last + ? WHERE name = 'entries'", count);
    return db.createQuery("SELECT last FROM feed WHERE name = 'entries'").mapTo(Long.class).one()
        - count
        + 1;
  }

  void insert(Collection<Entry> entries, long firstPosition) {
    if (entries.isEmpty()) {
      return;
    }
    Map<UUID, String> events = eventsOfVoids(entries);
    PreparedBatch batch =
        db.prepareBatch(
            """
            INSERT INTO entry (id, position, kind, admission, venue, event, terminal, sent_by, at,
              received_at, card_sealed, card_key, card_hash, time_source, adults, children, marks,
              digest)
            VALUES (:id, :position, :kind, :admission, :venue, :event, :terminal, :sentBy, :at,
              :receivedAt, :sealed, :cardKey, :cardHash, :timeSource, :adults, :children, :marks,
              :digest)
            """);
    long position = firstPosition;
    for (Entry entry : entries) {
      bind(batch, entry, position++);
      switch (entry) {
        case Entry.Use use -> bindUse(batch, use);
        case Entry.VoidOfUse taken -> bindVoid(batch, events.get(taken.admission()));
      }
      batch.add();
    }
    batch.execute();
  }

  /** Where a void comes before its use, its event is not known, and nobody asks for it. */
  private Map<UUID, String> eventsOfVoids(Collection<Entry> entries) {
    Map<UUID, String> events = new HashMap<>();
    Set<UUID> voided =
        entries.stream()
            .filter(Entry.VoidOfUse.class::isInstance)
            .map(Entry::admission)
            .collect(Collectors.toSet());
    if (voided.isEmpty()) {
      return events;
    }
    db.createQuery("SELECT id, event FROM entry WHERE kind = 'use' AND id IN (<ids>)")
        .bindList("ids", List.copyOf(voided))
        .map((row, _) -> Map.entry(UUID.fromString(row.getString(1)), row.getString(2)))
        .forEach(found -> events.put(found.getKey(), found.getValue()));
    for (Entry entry : entries) {
      if (entry instanceof Entry.Use use) {
        events.put(use.id(), use.event());
      }
    }
    return events;
  }

  private void bind(PreparedBatch batch, Entry entry, long position) {
    batch
        .bind("id", entry.id())
        .bind("position", position)
        .bind("admission", entry.admission())
        .bind("venue", entry.venue())
        .bind("terminal", entry.terminal())
        .bind("sentBy", sender.terminal())
        .bind("at", entry.at().toEpochMilli())
        .bind("receivedAt", sender.at().toEpochMilli())
        .bind("digest", digest(entry).bytes());
  }

  private void bindUse(PreparedBatch batch, Entry.Use use) {
    batch
        .bind("kind", "use")
        .bind("event", use.event())
        .bind("sealed", keys.seal(use.card(), use.id()))
        .bind("cardKey", Integer.valueOf(keys.nationalKeyNumber()))
        .bind("cardHash", keys.cardHash(use.card()))
        .bind("timeSource", use.timeSource())
        .bind("adults", Integer.valueOf(use.adults()))
        .bind("children", Integer.valueOf(use.children()))
        .bind("marks", String.join(" ", use.marks()));
  }

  private static void bindVoid(PreparedBatch batch, String event) {
    batch
        .bind("kind", "void")
        .bind("event", event)
        .bind("sealed", (byte[]) null)
        .bind("cardKey", (Integer) null)
        .bind("cardHash", (byte[]) null)
        .bind("timeSource", (String) null)
        .bind("adults", (Integer) null)
        .bind("children", (Integer) null)
        .bind("marks", (String) null);
  }

  /** Once for each content: a terminal that repeats itself makes no second row. */
  void keepConflict(Entry entry) {
    byte[] sealed =
        switch (entry) {
          case Entry.Use use -> keys.seal(use.card(), use.id());
          case Entry.VoidOfUse _ -> null;
        };
    db.createUpdate(
            """
            INSERT INTO conflict (entry, digest, sent_by, received_at, content, card_sealed)
            VALUES (:entry, :digest, :sentBy, :receivedAt, :content, :sealed)
            ON CONFLICT (entry, digest) DO NOTHING
            """)
        .bind("entry", entry.id())
        .bind("digest", digest(entry).bytes())
        .bind("sentBy", sender.terminal())
        .bind("receivedAt", sender.at().toEpochMilli())
        .bind("content", shown(entry))
        .bind("sealed", sealed)
        .execute();
  }

  private static String shown(Entry entry) {
    return switch (entry) {
      case Entry.Use use ->
          use.content().replace(use.card(), "*" + use.card().substring(use.card().length() - TAIL));
      case Entry.VoidOfUse taken -> taken.content();
    };
  }

  static List<ConflictRow> conflicts(Handle db, int limit) {
    return db.createQuery(
            """
            SELECT entry, sent_by, received_at, content FROM conflict
            ORDER BY received_at DESC, entry LIMIT :limit
            """)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new ConflictRow(
                    UUID.fromString(row.getString(1)),
                    UUID.fromString(row.getString(2)),
                    Instant.ofEpochMilli(row.getLong(3)),
                    row.getString(4)))
        .list();
  }
}
