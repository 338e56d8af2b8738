package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days of everything that can be done to the journal, in any order, with restarts, against a model
 * of a few lists. A failure names its seed.
 */
class DeskWalkTest {
  private static final int STEPS = Boolean.getBoolean("kaiku.soak") ? 5_000 : 250;

  private static final List<String> EVERYTHING =
      List.of(
          "issue",
          "issue refused",
          "replace",
          "void",
          "void again",
          "assistants",
          "reprint",
          "restart",
          "came out: YES",
          "came out: NO",
          "printed: CONFIRMED",
          "printed: UNKNOWN",
          "printed: FAILED",
          "printed: QUEUED");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theJournalIsAsTheModelSays(long seed) throws Exception {
    try (DeskWalk walk = new DeskWalk(folder, seed)) {
      for (int step = 0; step < STEPS; step++) {
        walk.step();
      }
      walk.audit();
      assertThat(walk.happened().keySet()).as("seed %d", seed).containsAll(EVERYTHING);
    }
  }
}
