package fi.kaiku.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RightsGraceTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
  private final RightsGrace rights = new RightsGrace(nanos::get);

  @Test
  void aRefusalThatLastsIsForGood() {
    assertThat(rights.refusedForGood()).isFalse();
    nanos.addAndGet(RightsGrace.LONGEST.toNanos() - 1);
    assertThat(rights.refusedForGood()).isFalse();
    nanos.addAndGet(1);
    assertThat(rights.refusedForGood()).isTrue();
  }

  @Test
  void afterAnyOtherWordItIsCountedAnew() {
    rights.refusedForGood();
    nanos.addAndGet(RightsGrace.LONGEST.toNanos());
    rights.reset();
    assertThat(rights.refusedForGood()).isFalse();
  }
}
