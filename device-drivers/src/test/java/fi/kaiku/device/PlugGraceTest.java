package fi.kaiku.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlugGraceTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
  private final PlugGrace refusal = new PlugGrace(nanos::get);

  @Test
  void aRefusalThatLastsIsForGood() {
    assertThat(refusal.lasts()).isFalse();
    nanos.addAndGet(PlugGrace.LONGEST.toNanos() - 1);
    assertThat(refusal.lasts()).isFalse();
    nanos.addAndGet(1);
    assertThat(refusal.lasts()).isTrue();
  }

  @Test
  void afterAnyOtherWordItIsCountedAnew() {
    refusal.lasts();
    nanos.addAndGet(PlugGrace.LONGEST.toNanos());
    refusal.reset();
    assertThat(refusal.lasts()).isFalse();
  }
}
