package fi.kaiku.terminal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.NationalKey;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.clock.ClockReading.Doubt;
import fi.kaiku.terminal.clock.ClockReading.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardRegistryTest {
  private static final Instant START = RegistryFixture.START;

  @TempDir Path folder;
  private RegistryFixture fixture;

  @BeforeEach
  void prepare() {
    fixture = new RegistryFixture(folder);
  }

  @Test
  void withoutAFileItIsMissingAndKnowsNobody() throws IOException {
    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Missing());
      assertThat(registry.cards()).isZero();
      assertThat(fixture.lookup(registry, "A000000001")).isEqualTo(new CardLookup.NotFound());
    }
  }

  @Test
  void aRestartFindsTheLastImport() throws IOException {
    importCards(10);

    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.cards()).isEqualTo(10);
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Fresh(START));
      assertThat(fixture.lookup(registry, RegistryFixture.id(9)))
          .isInstanceOf(CardLookup.Found.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, fresh",
    "P14D, fresh",
    "PT336H0.001S, stale",
    "-P1D, fresh",
    "-PT24H0.001S, stale"
  })
  void itsAgeIsJudgedAgainstMaxAgeAndATimeAheadIsNoAge(Duration later, String age)
      throws IOException {
    importCards(1);

    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.age(START.plus(later)))
          .isEqualTo(
              age.equals("fresh") ? new RegistryAge.Fresh(START) : new RegistryAge.Stale(START));
    }
  }

  @Test
  void pastItsUseItIsErasedWhenTheTimeIsTrusted() throws IOException {
    importCards(10);

    try (CardRegistry registry = fixture.open()) {
      fixture.clock = trusted(START.plus(Duration.ofDays(90)));
      assertThat(registry.cards()).isEqualTo(10);
      fixture.clock = trusted(START.plus(Duration.ofDays(90)).plusMillis(1));

      assertThat(fixture.lookup(registry, RegistryFixture.id(1)))
          .isEqualTo(new CardLookup.NotFound());
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Missing());
      assertThat(fixture.file).doesNotExist();
    }
  }

  @Test
  void aJumpIntoTheFutureErasesNothing() throws IOException {
    importCards(10);

    try (CardRegistry registry = fixture.open()) {
      fixture.clock =
          new ClockReading.Untrusted(Instant.parse("2035-01-01T00:00:00Z"), Doubt.JUMPED_AHEAD);

      assertThat(fixture.lookup(registry, RegistryFixture.id(1)))
          .isInstanceOf(CardLookup.Found.class);
      assertThat(fixture.file).exists();
    }
  }

  @Test
  void whatWasImportedUnderAnUntrustedClockIsNotErasedWhenTheClockIsPutRight() throws IOException {
    fixture.clock = new ClockReading.Untrusted(Instant.EPOCH, Doubt.NOT_SYNCHRONISED);
    importCards(10);
    fixture.clock = trusted(START);

    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.cards()).isEqualTo(10);
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Stale(Instant.EPOCH));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a database at all", "SQLite format 3\u0000"})
  void aDamagedFileIsDroppedAndMissing(String content) throws IOException {
    Files.writeString(fixture.file, content);

    try (CardRegistry registry = fixture.open()) {
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Missing());
      assertThat(fixture.file).doesNotExist();
      assertThat(fixture.load(registry, RegistryFixture.cards(3)))
          .isEqualTo(new ImportReport.Imported(3, 0));
    }
  }

  @Test
  void aFileCutAnywhereIsDropped() throws IOException {
    importCards(1_000);
    byte[] whole = Files.readAllBytes(fixture.file);

    for (int length = 0; length < whole.length; length += 1_021) {
      Files.write(fixture.file, Arrays.copyOf(whole, length));
      try (CardRegistry registry = fixture.open()) {
        assertThat(registry.age(START)).as("%d bytes", length).isEqualTo(new RegistryAge.Missing());
      }
    }
  }

  @Test
  void aFileThatIsDamagedWhileInUseIsDroppedAtTheLookUpThatFindsOut() throws IOException {
    importCards(20_000);
    AtomicInteger changes = new AtomicInteger();

    try (CardRegistry registry = fixture.open()) {
      registry.onChange(changes::incrementAndGet);
      byte[] content = Files.readAllBytes(fixture.file);
      Arrays.fill(content, 4_096, content.length, (byte) 0x5A);
      Files.write(fixture.file, content);
      IntStream.range(0, 20_000).forEach(i -> fixture.lookup(registry, RegistryFixture.id(i)));

      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Missing());
      assertThat(fixture.file).doesNotExist();
      assertThat(changes).hasValue(1);
    }
  }

  /** The open file fails, and the one of its name is whole. */
  @Test
  void aReadThatFailsOnceIsTriedOnTheFileAnew() throws IOException {
    importCards(20_000);

    try (CardRegistry registry = fixture.open()) {
      Path whole = spoilWhatIsOpen();
      Files.move(whole, fixture.file, StandardCopyOption.REPLACE_EXISTING);

      assertThat(IntStream.range(0, 20_000).allMatch(i -> isFound(registry, i))).isTrue();
      assertThat(registry.age(START)).isInstanceOf(RegistryAge.Fresh.class);
    }
  }

  @Test
  void aFileThatCantBeReadNowIsMissingAndUsedAgainWhenItCan() throws IOException {
    importCards(20_000);

    try (CardRegistry registry = fixture.open()) {
      AtomicInteger changes = new AtomicInteger();
      registry.onChange(changes::incrementAndGet);
      Path whole = spoilWhatIsOpen();
      Files.delete(fixture.file);
      IntStream.range(0, 20_000).forEach(i -> isFound(registry, i));
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Missing());
      assertThat(changes).as("told once, not at each try").hasValue(1);

      Files.move(whole, fixture.file);
      assertThat(isFound(registry, 7)).isTrue();
      assertThat(registry.age(START)).isInstanceOf(RegistryAge.Fresh.class);
    }
  }

  private boolean isFound(CardRegistry registry, int card) {
    return fixture.lookup(registry, RegistryFixture.id(card)) instanceof CardLookup.Found;
  }

  /** Answers where a whole copy stands. */
  private Path spoilWhatIsOpen() throws IOException {
    byte[] content = Files.readAllBytes(fixture.file);
    Path whole = fixture.file.resolveSibling("whole.db");
    Files.write(whole, content);
    Arrays.fill(content, 4_096, content.length, (byte) 0x5A);
    Files.write(fixture.file, content);
    return whole;
  }

  @Test
  void aRegistryHashedUnderAnotherKeyIsDropped() throws IOException {
    importCards(10);
    byte[] other = new byte[32];
    other[0] = 1;
    CardHasher hasher = new CardHasher(new NationalKey(1, other));

    try (CardRegistry registry =
        CardRegistry.open(fixture.file, hasher, RegistrySettings.DEFAULT, () -> fixture.clock)) {
      assertThat(registry.age(START)).isEqualTo(new RegistryAge.Missing());
    }
  }

  @Test
  void aHashUnderAnotherKeyNumberIsNotFound() throws IOException {
    importCards(10);

    try (CardRegistry registry = fixture.open()) {
      CardHash hash = fixture.hasher.hash(new CardId(RegistryFixture.id(1)));
      assertThat(registry.lookup(new CardHash(2, hash.high(), hash.low())))
          .isEqualTo(new CardLookup.NotFound());
    }
  }

  @Test
  void noClearIdIsInTheFile() throws IOException {
    importCards(100);

    assertThat(Files.readString(fixture.file, StandardCharsets.ISO_8859_1))
        .doesNotContain("A0000000", "000000001");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(fixture.file));
  }

  @Test
  void whatACrashLeftBehindIsDeletedAtTheNextStart() throws IOException {
    importCards(10);
    Path unfinished = folder.resolve("registry.db.part");
    Files.writeString(unfinished, "half an import");

    try (CardRegistry registry = fixture.open()) {
      assertThat(unfinished).doesNotExist();
      assertThat(registry.cards()).isEqualTo(10);
    }
  }

  @Test
  void aFolderThatCantBeWrittenLeavesTheLastGoodRegistry() throws IOException {
    importCards(10);
    try (CardRegistry registry = fixture.open()) {
      Files.createDirectory(folder.resolve("registry.db.part"));
      Files.createFile(folder.resolve("registry.db.part/in-the-way"));

      assertThat(fixture.load(registry, RegistryFixture.cards(20)))
          .isInstanceOfSatisfying(
              ImportReport.Refused.class,
              r -> assertThat(r.cause()).isEqualTo(ImportReport.Cause.NOT_STORED));
      assertThat(registry.cards()).isEqualTo(10);
    }
  }

  @Test
  void lookUpsGoOnFromManyThreadsWhileRegistriesAreSwapped() throws Exception {
    importCards(2_000);
    try (CardRegistry registry = fixture.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch swapsDone = new CountDownLatch(1);
      Callable<Long> reader =
          () -> {
            long found = 0;
            for (int i = 0; swapsDone.getCount() > 0; i = (i + 1) % 2_000) {
              assertThat(fixture.lookup(registry, RegistryFixture.id(i)))
                  .isInstanceOf(CardLookup.Found.class);
              found++;
            }
            return found;
          };
      List<Future<Long>> readers =
          IntStream.range(0, 4).mapToObj(i -> threads.submit(reader)).toList();
      for (int i = 0; i < 10; i++) {
        fixture.load(registry, RegistryFixture.cards(2_000 + i));
      }
      swapsDone.countDown();

      for (Future<Long> done : readers) {
        assertThat(done.get()).isPositive();
      }
      assertThat(registry.cards()).isEqualTo(2_009);
    }
  }

  @Test
  void aSecondImportAtTheSameTimeIsRefused() throws Exception {
    try (CardRegistry registry = fixture.open();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      CountDownLatch firstIsReading = new CountDownLatch(1);
      CountDownLatch secondIsOver = new CountDownLatch(1);
      Future<ImportReport> first =
          threads.submit(
              () ->
                  registry.importCsv(
                      csv(RegistryFixture.cards(RegistryImport.ROWS_PER_STEP)),
                      Force.NO,
                      new ImportProgress() {
                        @Override
                        public void reading(long rows) {
                          firstIsReading.countDown();
                          await(secondIsOver);
                        }

                        @Override
                        public void badRow(BadRow row) {}
                      }));
      await(firstIsReading);

      assertThat(fixture.load(registry, RegistryFixture.cards(1)))
          .isInstanceOfSatisfying(
              ImportReport.Refused.class,
              r -> assertThat(r.cause()).isEqualTo(ImportReport.Cause.BUSY));
      secondIsOver.countDown();
      assertThat(first.get()).isEqualTo(new ImportReport.Imported(1_000, 0));
    }
  }

  @Test
  void settingsThatWouldEraseTooSoonAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegistrySettings(Duration.ofDays(14), Duration.ofDays(44)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegistrySettings(Duration.ofDays(91), Duration.ofDays(90)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RegistrySettings(Duration.ZERO, Duration.ofDays(90)));
  }

  private void importCards(int count) throws IOException {
    try (CardRegistry registry = fixture.open()) {
      fixture.load(registry, RegistryFixture.cards(count));
    }
  }

  private static ClockReading trusted(Instant now) {
    return new ClockReading.Trusted(now, Source.NTP);
  }

  private static ByteArrayInputStream csv(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
