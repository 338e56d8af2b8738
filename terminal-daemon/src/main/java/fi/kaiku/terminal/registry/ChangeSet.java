package fi.kaiku.terminal.registry;

import java.util.List;
import java.util.Optional;

/**
 * Changes that follow each other in the hub's log.
 *
 * @param after the position that they were asked for after
 * @param next the position of the last one
 * @param check how the whole registry has to be then, where the hub told it
 */
public record ChangeSet(
    long after, List<CardChange> changes, long next, Optional<FeedPoint> check) {
  public ChangeSet {
    changes = List.copyOf(changes);
    if (next < after || (changes.isEmpty() && next > after)) {
      throw new IllegalArgumentException("changes from " + after + " to " + next);
    }
  }
}
