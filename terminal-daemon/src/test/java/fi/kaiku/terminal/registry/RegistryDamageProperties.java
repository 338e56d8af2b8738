package fi.kaiku.terminal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A registry file with a flipped bit anywhere is noticed at the start, and dropped. */
class RegistryDamageProperties {
  private static final int CARDS = 500;

  private static Path folder;
  private static byte[] whole;

  @BeforeContainer
  static void build() throws IOException {
    folder = Files.createTempDirectory("kaiku-registry");
    RegistryFixture fixture = new RegistryFixture(folder);
    try (CardRegistry registry = fixture.open()) {
      fixture.load(registry, RegistryFixture.cards(CARDS));
    }
    whole = Files.readAllBytes(fixture.file);
  }

  @AfterContainer
  static void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 300)
  void aFlippedBitIsAlwaysNoticed(
      @ForAll @IntRange(max = 1_000_000) int where, @ForAll @IntRange(max = 7) int bit)
      throws IOException {
    byte[] damaged = whole.clone();
    damaged[(int) ((long) where * whole.length / 1_000_001)] ^= (byte) (1 << bit);
    RegistryFixture fixture = new RegistryFixture(folder);
    Files.write(fixture.file, damaged);

    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.age(RegistryFixture.START)).isEqualTo(new RegistryAge.Missing());
      assertThat(fixture.lookup(registry, RegistryFixture.id(0)))
          .isEqualTo(new CardLookup.NotFound());
    }
  }
}
