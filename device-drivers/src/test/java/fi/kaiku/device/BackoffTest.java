package fi.kaiku.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsDoubleFromAFifthOfASecondToFiveSeconds() {
    Backoff backoff = new Backoff(new NoJitter());
    assertThat(IntStream.range(0, 8).mapToLong(i -> backoff.next().toMillis()))
        .containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
  }

  @Test
  void aWorkingDeviceStartsOver() {
    Backoff backoff = new Backoff(new NoJitter());
    backoff.next();
    backoff.next();
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void jitterShortensByAtMostAFifth() {
    RandomGenerator random = new SplittableRandom(42);
    for (int i = 0; i < 1_000; i++) {
      assertThat(new Backoff(random).next())
          .isBetween(Duration.ofMillis(160), Duration.ofMillis(200));
    }
  }

  private static final class NoJitter implements RandomGenerator {
    @Override
    public long nextLong() {
      return 0;
    }
  }
}
