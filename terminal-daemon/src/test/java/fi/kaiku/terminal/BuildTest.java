package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildTest {
  @Test
  void theBuildKnowsItsVersionAndTime() {
    assertThat(Build.current().version()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(Build.current().at()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }
}
