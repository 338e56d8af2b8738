package fi.kaiku.terminal.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Printed tickets of voided uses that a station's clerk is to take back (R24), until somebody there
 * says that it is done: a page that was reloaded, or another one of the same station, is told too.
 * Lives in memory only: over a restart of the daemon, today's list still has the voided uses.
 * Thread-safe.
 */
final class TakeBacks {
  /** Acts that are remembered, done ones among them; a clerk voids a few a day. */
  static final int KEPT_MAX = 100;

  /**
   * Tickets of one act.
   *
   * @param id of the act: its first voided use, or the visit that replaced others
   */
  record TakeBack(UUID id, int tickets, Instant at) {}

  private record Known(TakeBack takeBack, boolean done) {}

  private final Map<UUID, Known> acts = new LinkedHashMap<>();

  /** Nothing where no ticket is on paper, or where the act is known: a press that was repeated. */
  synchronized void add(TakeBack takeBack) {
    if (takeBack.tickets() == 0 || acts.containsKey(takeBack.id())) {
      return;
    }
    acts.put(takeBack.id(), new Known(takeBack, false));
    if (acts.size() > KEPT_MAX) {
      acts.remove(acts.keySet().iterator().next());
    }
  }

  /** The clerk has them; harmless when that was said before. */
  synchronized void done(UUID id) {
    acts.computeIfPresent(id, (_, known) -> new Known(known.takeBack(), true));
  }

  /** What is not done, the oldest first. */
  synchronized List<TakeBack> standing() {
    return acts.values().stream().filter(known -> !known.done()).map(Known::takeBack).toList();
  }
}
