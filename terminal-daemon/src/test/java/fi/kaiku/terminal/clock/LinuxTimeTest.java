package fi.kaiku.terminal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinuxTimeTest {
  private final LinuxTime time = new LinuxTime(InstantSource.fixed(Instant.EPOCH));

  @Test
  void theTimePassedIsTheKernelsUptime() throws IOException {
    String uptime = Files.readString(Path.of("/proc/uptime"));

    assertThat(time.elapsedNanos() / 1e9)
        .isCloseTo(Double.parseDouble(uptime.split(" ", 2)[0]), Offset.offset(60.0));
  }

  @Test
  void itNeverGoesBack() {
    long last = time.elapsedNanos();
    for (int i = 0; i < 10_000; i++) {
      long now = time.elapsedNanos();
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
    }
  }

  @Test
  void theKernelSaysWhetherNtpKeepsItsClock() {
    assertThat(time.sync()).isIn((Object[]) MachineTime.Sync.values());
    assertThat(time.wall()).isEqualTo(Instant.EPOCH);
  }
}
