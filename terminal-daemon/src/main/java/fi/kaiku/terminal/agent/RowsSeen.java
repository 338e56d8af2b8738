package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.admission.VisitId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** On which line of this list a row's id stood first. One thread. */
final class RowsSeen {
  /**
   * Ids that are remembered; some 10 MB. A list is a few hundred lines; below so many, an id that
   * stands there twice is told as entered before, and still entered once.
   */
  static final int KEPT_MAX = 100_000;

  private final Map<VisitId, Long> lines = new HashMap<>();

  /** The line that had it before, if any; this one otherwise becomes the first. */
  OptionalLong before(VisitId row, long line) {
    Long first = lines.get(row);
    if (first != null) {
      return OptionalLong.of(first);
    }
    if (lines.size() < KEPT_MAX) {
      lines.put(row, line);
    }
    return OptionalLong.empty();
  }
}
