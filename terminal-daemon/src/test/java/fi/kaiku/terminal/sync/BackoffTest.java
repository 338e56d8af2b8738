package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(new Random(4), Backoff.FIRST);

  @Test
  void waitsTwiceAsLongEachTimeWithinHalfOfItAndNeverMoreThanFiveMinutes() {
    for (int failure = 0; failure < 40; failure++) {
      Duration whole = failure < 9 ? Duration.ofSeconds(1L << failure) : Backoff.MOST;
      assertThat(backoff.failed()).isBetween(whole.dividedBy(2), whole);
    }
  }

  @Test
  void beginsAnewAfterASuccess() {
    for (int i = 0; i < 8; i++) {
      assertThat(backoff.failed()).isPositive();
    }
    backoff.succeeded();
    assertThat(backoff.failed()).isLessThanOrEqualTo(Backoff.FIRST);
  }

  @Test
  void terminalsThatFailTogetherDontComeBackTogether() {
    assertThat(new Backoff(new Random(1), Backoff.FIRST).failed())
        .isNotEqualTo(new Backoff(new Random(2), Backoff.FIRST).failed());
  }
}
