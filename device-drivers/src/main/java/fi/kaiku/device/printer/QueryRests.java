package fi.kaiku.device.printer;

import java.util.EnumMap;
import java.util.Map;

/**
 * When a question about the state is asked again that met silence. Some clones answer DLE EOT 1
 * only, and each silence costs the whole wait for an answer; a busy printer is only slow once. So
 * the question rests, longer each time, and comes back. Counted in rounds of questions; owner
 * thread only.
 */
final class QueryRests {
  /** At a round each second, a deaf printer is tried every nine minutes. */
  static final int LONGEST_ROUNDS = 512;

  /** One silence may be a slow answer; after the second, what it last said is no longer known. */
  private static final int SILENCES_BELIEVED = 2;

  /** Silent so many times in a row, and so many rounds are still to be left out. */
  private record Rest(int silences, int rounds) {}

  private final Map<RealTimeQuery, Rest> rests = new EnumMap<>(RealTimeQuery.class);

  /** Whether to ask in this round; to be called once in each. */
  boolean isDue(RealTimeQuery query) {
    Rest rest = rests.get(query);
    if (rest == null || rest.rounds() == 0) {
      return true;
    }
    rests.put(query, new Rest(rest.silences(), rest.rounds() - 1));
    return false;
  }

  void answered(RealTimeQuery query) {
    rests.remove(query);
  }

  void silent(RealTimeQuery query) {
    int silences = rests.getOrDefault(query, new Rest(0, 0)).silences() + 1;
    int rounds = silences < Integer.SIZE - 1 ? 1 << silences : LONGEST_ROUNDS;
    rests.put(query, new Rest(silences, Math.min(rounds, LONGEST_ROUNDS)));
  }

  /** Whether what it said last must no longer be taken for true. */
  boolean isStale(RealTimeQuery query) {
    Rest rest = rests.get(query);
    return rest != null && rest.silences() >= SILENCES_BELIEVED;
  }
}
