package fi.kaiku.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.api.TakeBacks.TakeBack;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TakeBacksTest {
  private static final Instant AT = Instant.parse("2026-11-23T16:42:00Z");

  private final TakeBacks takeBacks = new TakeBacks();

  @Test
  void standUntilTheClerkHasThem() {
    takeBacks.add(act(1, 3));
    takeBacks.add(act(2, 1));

    takeBacks.done(act(1, 3).id());

    assertThat(takeBacks.standing()).containsExactly(act(2, 1));
  }

  @Test
  void areNotToldAgainWhenThePressIsRepeated() {
    takeBacks.add(act(1, 3));
    takeBacks.done(act(1, 3).id());

    takeBacks.add(act(1, 3));

    assertThat(takeBacks.standing()).isEmpty();
  }

  @Test
  void areNoneWhereNothingIsOnPaper() {
    takeBacks.add(act(1, 0));

    assertThat(takeBacks.standing()).isEmpty();
  }

  @Test
  void ofTheOldestActGiveWayWhenThereAreTooMany() {
    for (int n = 0; n <= TakeBacks.KEPT_MAX; n++) {
      takeBacks.add(act(n, 1));
    }

    assertThat(takeBacks.standing())
        .hasSize(TakeBacks.KEPT_MAX)
        .doesNotContain(act(0, 1))
        .contains(act(TakeBacks.KEPT_MAX, 1));
  }

  private static TakeBack act(int number, int tickets) {
    return new TakeBack(new UUID(0, number), tickets, AT);
  }
}
