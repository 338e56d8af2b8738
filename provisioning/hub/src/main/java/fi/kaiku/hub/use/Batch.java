package fi.kaiku.hub.use;

import fi.kaiku.hub.use.Taken.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One batch under way in its transaction. */
final class Batch {
  private final EntryTable table;
  private final List<EntryText> items;
  private final List<Entry> whole;
  private final Set<String> venues;
  private final Set<String> events;

  /** Content by id, of what is in the table; what this batch has put there comes to it. */
  private final Map<UUID, Digest> known = new HashMap<>();

  /** Ids that this batch has put there, until the first item of each was answered. */
  private final Set<UUID> recorded = new HashSet<>();

  Batch(EntryTable table, List<EntryText> items) {
    this.table = table;
    this.items = items;
    this.whole =
        items.stream()
            .filter(EntryText.Whole.class::isInstance)
            .map(item -> ((EntryText.Whole) item).entry())
            .toList();
    this.venues =
        table.known("venue", whole.stream().map(Entry::venue).collect(Collectors.toSet()));
    this.events =
        table.known(
            "event",
            whole.stream()
                .filter(Entry.Use.class::isInstance)
                .map(entry -> ((Entry.Use) entry).event())
                .collect(Collectors.toSet()));
  }

  List<Taken> take() {
    record(whole.stream().filter(entry -> refusal(entry).isEmpty()).toList());
    List<Taken> taken = new ArrayList<>();
    for (EntryText item : items) {
      taken.add(
          switch (item) {
            case EntryText.Malformed(_, String detail) ->
                new Taken.Rejected(Reason.MALFORMED, detail);
            case EntryText.Whole(Entry entry) ->
                refusal(entry).<Taken>map(refused -> refused).orElseGet(() -> settle(entry));
          });
    }
    return taken;
  }

  private Optional<Taken.Rejected> refusal(Entry entry) {
    if (!venues.contains(entry.venue())) {
      return Optional.of(new Taken.Rejected(Reason.UNKNOWN_VENUE, "venue: not in the catalogue"));
    }
    return entry instanceof Entry.Use use && !events.contains(use.event())
        ? Optional.of(new Taken.Rejected(Reason.UNKNOWN_EVENT, "event: not in the catalogue"))
        : Optional.empty();
  }

  /**
   * Puts the new ones into the table. Which they are is looked up again once positions are taken:
   * from then on nobody else adds any before this transaction's end.
   */
  private void record(List<Entry> good) {
    known.putAll(table.digests(ids(good)));
    Map<UUID, Entry> fresh = new LinkedHashMap<>();
    good.stream()
        .filter(entry -> !known.containsKey(entry.id()))
        .forEach(entry -> fresh.putIfAbsent(entry.id(), entry));
    if (fresh.isEmpty()) {
      return;
    }
    long position = table.takePositions(fresh.size());
    known.putAll(table.digests(fresh.keySet()));
    fresh.keySet().removeAll(known.keySet());
    table.insert(fresh.values(), position);
    fresh.values().forEach(entry -> known.put(entry.id(), table.digest(entry)));
    recorded.addAll(fresh.keySet());
  }

  private Taken settle(Entry entry) {
    if (!table.digest(entry).equals(known.get(entry.id()))) {
      table.keepConflict(entry);
      return new Taken.Conflict();
    }
    return recorded.remove(entry.id()) ? new Taken.Recorded() : new Taken.AlreadyKnown();
  }

  private static List<UUID> ids(Collection<Entry> entries) {
    return entries.stream().map(Entry::id).distinct().toList();
  }
}
