package fi.kaiku.terminal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports in a JVM of its own: killed at any moment, and with no more memory than the daemon's. */
class RegistryCrashTest {
  private static final int CARDS = 20_000;
  private static final int KILLS = 8;
  private static final String NO_LIMITS = "true";

  /** KiB: room for SQLite's own library, not for a hundred thousand cards. */
  private static final String SMALL_FILES_ONLY = "ulimit -f 2500";

  @TempDir Path folder;

  @Test
  void killedInTheMiddleOfAnImportTheLastGoodRegistryIsThere() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    RegistryFixture fixture = new RegistryFixture(folder);
    try (CardRegistry registry = fixture.open()) {
      fixture.load(registry, RegistryFixture.cards(CARDS - 1));
    }
    for (int i = 0; i < KILLS; i++) {
      Process process = RegistryImportProcess.start(folder, CARDS, 1_000, NO_LIMITS);
      BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII);
      assertThat(lines.readLine()).isEqualTo("importing");
      // The only way to be somewhere in the middle of an import is to let some of it happen.
      process.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();

      try (CardRegistry registry = fixture.open()) {
        assertThat(registry.cards()).as("seed %d", seed).isIn(CARDS - 1L, (long) CARDS);
        assertThat(fixture.lookup(registry, RegistryFixture.id(CARDS - 2)))
            .isInstanceOf(CardLookup.Found.class);
      }
      assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
  }

  @Test
  void aHundredThousandCardsAreImportedInBoundedMemory() throws IOException, InterruptedException {
    Process process = RegistryImportProcess.start(folder, 100_000, 2, NO_LIMITS);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

    assertThat(process.waitFor(Duration.ofMinutes(2))).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(output).matches("(importing\\n100000 \\d+\\n){2}");
    System.out.println("import of 100,000 cards, ms: " + output.replaceAll("\\D+", " "));
  }

  @Test
  void whenTheDiskIsFullTheLastGoodRegistryIsThere() throws IOException, InterruptedException {
    RegistryFixture fixture = new RegistryFixture(folder);
    try (CardRegistry registry = fixture.open()) {
      fixture.load(registry, RegistryFixture.cards(1_000));
    }
    Process process = RegistryImportProcess.start(folder, 100_000, 1, SMALL_FILES_ONLY);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

    assertThat(process.waitFor(Duration.ofMinutes(2))).isTrue();
    assertThat(output).matches("importing\\nNOT_STORED \\d+\\n");
    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.cards()).isEqualTo(1_000);
    }
  }
}
