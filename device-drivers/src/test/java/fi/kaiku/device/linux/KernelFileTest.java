package fi.kaiku.device.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KernelFileTest {
  private static final int ENOENT = 2;
  private static final int EISDIR = 21;
  private static final int ENOTTY = 25;
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void bytesAreReadAsTheyAre() throws Exception {
    byte[] buffer = {1, 2, 3};
    try (KernelFile file = KernelFile.open(Path.of("/dev/zero"))) {
      assertThat(file.read(buffer, SHORT)).isEqualTo(3);
    }
    assertThat(buffer).containsOnly(0);
  }

  @Test
  void aBufferLongerThanAnyReadIsFilledInPart() throws Exception {
    try (KernelFile file = KernelFile.open(Path.of("/dev/zero"))) {
      assertThat(file.read(new byte[1_000_000], SHORT)).isPositive().isLessThan(1_000_000);
    }
  }

  @Test
  void thereIsNothingToDiscardWhereNothingCame() throws Exception {
    try (KernelFile socket = KernelFile.uevents()) {
      socket.discard();
      assertThat(socket.read(new byte[8], SHORT)).isNotNegative();
    }
  }

  @Test
  void whatTheKernelRefusesIsToldWithItsNumber() throws Exception {
    assertRefused(ENOENT, () -> KernelFile.open(Path.of("/dev/none")).close());
    try (KernelFile folder = KernelFile.open(Path.of("/dev"))) {
      assertRefused(EISDIR, () -> folder.read(new byte[1], SHORT));
    }
    try (KernelFile file = KernelFile.open(Path.of("/dev/null"))) {
      assertRefused(ENOTTY, () -> file.control(0x40044590, 1));
    }
  }

  @Test
  void anEndIsNoTimeOut() throws Exception {
    try (KernelFile file = KernelFile.open(Path.of("/dev/null"))) {
      assertThatThrownBy(() -> file.read(new byte[1], SHORT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ended");
    }
  }

  @Test
  void aClosedFileRefusesAllAndMayBeClosedAgain() throws Exception {
    KernelFile file = KernelFile.open(Path.of("/dev/zero"));
    file.close();
    file.close();
    assertThatThrownBy(() -> file.read(new byte[1], SHORT)).hasMessageContaining("closed");
    assertThatThrownBy(() -> file.control(0, 0)).hasMessageContaining("closed");
  }

  private static void assertRefused(
      int errno, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(KernelException.class, e -> assertThat(e.errno()).isEqualTo(errno));
  }
}
