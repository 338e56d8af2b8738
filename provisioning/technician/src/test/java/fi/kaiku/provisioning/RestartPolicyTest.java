package fi.kaiku.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private final AtomicLong now = new AtomicLong();
  private final RestartPolicy policy = new RestartPolicy(now::get);

  @Test
  void thePausesGrowAndThenItGivesUp() {
    assertThat(policy.crashed()).contains(Duration.ofMillis(500));
    assertThat(policy.crashed()).contains(Duration.ofSeconds(1));
    assertThat(policy.crashed()).contains(Duration.ofSeconds(2));
    assertThat(policy.crashed()).contains(Duration.ofSeconds(4));
    assertThat(policy.crashed()).contains(Duration.ofSeconds(8));
    assertThat(policy.crashed()).isEmpty();
  }

  @Test
  void aCrashLongAgoIsForgotten() {
    for (int i = 0; i < 100; i++) {
      assertThat(policy.crashed()).contains(RestartPolicy.FIRST_WAIT);
      now.addAndGet(RestartPolicy.CRASHES_WITHIN.plusNanos(1).toNanos());
    }
  }

  @Test
  void noPauseIsLongerThanTheLongest() {
    for (int i = 0; i < RestartPolicy.CRASHES_MAX; i++) {
      assertThat(policy.crashed().orElseThrow()).isLessThanOrEqualTo(RestartPolicy.LONGEST_WAIT);
    }
  }
}
