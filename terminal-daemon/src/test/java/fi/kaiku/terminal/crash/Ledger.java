package fi.kaiku.terminal.crash;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the desks were told, and what they asked without hearing the answer; outlives each crash.
 */
final class Ledger {
  /** A press of *Issue* that the crash left unanswered. */
  record Unanswered(String station, String visitId, int revision) {}

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> refusedAfterwards = ConcurrentHashMap.newKeySet();
  private final Set<String> undone = ConcurrentHashMap.newKeySet();
  private final Queue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();

  void acknowledged(String visitId) {
    acknowledged.add(visitId);
  }

  void undone(String visitId) {
    undone.add(visitId);
  }

  void unanswered(String station, String visitId, int revision) {
    unanswered.add(new Unanswered(station, visitId, revision));
  }

  /** The daemon said, after the crash, that it knows no such visit. */
  void neverRecorded(String visitId) {
    refusedAfterwards.add(visitId);
  }

  List<Unanswered> takeUnanswered() {
    List<Unanswered> taken = List.copyOf(unanswered);
    unanswered.clear();
    return taken;
  }

  Set<String> acknowledgedVisits() {
    return Set.copyOf(acknowledged);
  }

  Set<String> undoneVisits() {
    return Set.copyOf(undone);
  }

  Set<String> visitsNeverRecorded() {
    return Set.copyOf(refusedAfterwards);
  }
}
