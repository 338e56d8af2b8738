package fi.kaiku.terminal.sync;

import fi.kaiku.terminal.store.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which entries to send next. Where a batch can't be delivered, smaller ones find out whether it is
 * one entry that something on the way does not let through; that one is set aside for a while and
 * holds up none behind it. One thread.
 */
final class Batches {
  /** Entries of one batch; the hub takes 500. */
  static final int MOST = 200;

  /** Rounds of the uploader that an entry is left out for after its first failure; then twice. */
  private static final int ASIDE_ROUNDS = 16;

  private static final int ASIDE_DOUBLINGS_MAX = 8;

  private record Aside(int failures, long untilRound) {}

  private final Map<UUID, Aside> aside = new HashMap<>();
  private int size = MOST;
  private long round;

  /** How many waiting entries to look at, so that some are left when all set aside are left out. */
  int toLookAt() {
    return size + aside.size();
  }

  /** The next batch, oldest first. */
  List<Outbox.Entry> next(List<Outbox.Entry> waiting) {
    round++;
    aside.keySet().retainAll(waiting.stream().map(Outbox.Entry::id).toList());
    List<Outbox.Entry> due =
        waiting.stream().filter(entry -> !isAside(entry.id())).limit(size).toList();
    // Nothing but those set aside: one of them is tried.
    return due.isEmpty() ? waiting.stream().limit(1).toList() : due;
  }

  private boolean isAside(UUID id) {
    Aside entry = aside.get(id);
    return entry != null && entry.untilRound() > round;
  }

  void delivered(List<Outbox.Entry> batch) {
    batch.forEach(entry -> aside.remove(entry.id()));
    size = Math.min(MOST, size * 2);
  }

  void failed(List<Outbox.Entry> batch) {
    if (batch.size() > 1) {
      size = batch.size() / 2;
      return;
    }
    UUID id = batch.getFirst().id();
    int failures = aside.containsKey(id) ? aside.get(id).failures() + 1 : 1;
    long rounds = (long) ASIDE_ROUNDS << Math.min(failures - 1, ASIDE_DOUBLINGS_MAX);
    aside.put(id, new Aside(failures, round + rounds));
  }
}
