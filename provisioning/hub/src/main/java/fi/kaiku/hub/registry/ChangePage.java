package fi.kaiku.hub.registry;

import java.util.List;
import java.util.Optional;

/** What came after a position of the log. */
public sealed interface ChangePage {
  /**
   * Some changes, or none when the time was over.
   *
   * @param next what to ask after next time
   * @param check how the whole registry is at {@code next}; empty where that is in the middle of a
   *     transaction
   */
  record Changes(List<CardChange> changes, long next, Optional<Check> check) implements ChangePage {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /**
   * By which a terminal knows that it has the same.
   *
   * @param checksum 16 hex digits
   */
  record Check(long cards, String checksum) {}

  /** What came next is no longer kept: there is a snapshot that has it. */
  record MustRefetch() implements ChangePage {}

  /** The log has never come so far. */
  record CursorUnknown() implements ChangePage {}
}
