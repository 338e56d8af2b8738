package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.registry.BadRow;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import fi.kaiku.terminal.registry.Force;
import fi.kaiku.terminal.registry.ImportProgress;
import fi.kaiku.terminal.registry.RegistryAge;
import fi.kaiku.terminal.registry.RegistryOrigin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real terminal's registry and a real hub, with a good line between them. */
class RegistryFollowTest {
  private static final int UNIVERSE = 200;

  @TempDir private Path folder;
  private RealHub hub;
  private FaultyProxy proxy;
  private final CardList cards = new CardList(UNIVERSE);

  @BeforeEach
  void start() throws Exception {
    hub = new RealHub(folder);
    proxy = new FaultyProxy(hub.url(), 0);
  }

  @AfterEach
  void close() {
    proxy.close();
    hub.close();
  }

  private SyncedTerminal terminal() throws Exception {
    return new SyncedTerminal(
        Files.createDirectories(folder.resolve("t")), proxy.url(), Duration.ZERO);
  }

  @Test
  void theRegistryComesFromTheHubAndIsFollowed() throws Exception {
    hub.importCards(cards.putAll().csv());
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      cards.awaitAt(terminal, "enrolled");
      assertThat(terminal.registry().age(Instant.now())).isInstanceOf(RegistryAge.Fresh.class);

      hub.importCards(cards.remove(3).put(4, CardState.WITHDRAWN).put(UNIVERSE - 1).csv());
      cards.awaitAt(terminal, "changed");
    }
    hub.importCards(cards.remove(5).csv());
    try (SyncedTerminal again = terminal()) {
      cards.awaitAt(again, "after a restart");
      assertThat(again.link().registryTrouble()).isEmpty();
    }
  }

  /** R5: whoever has a card of an hour ago before them asks now. */
  @Test
  void checkNowBringsWhatHasChanged() throws Exception {
    hub.importCards(cards.putAll().csv());
    try (SyncedTerminal terminal = terminal()) {
      assertThat(terminal.link().checkRegistry()).isInstanceOf(RegistryCheck.NotEnrolled.class);
      terminal.enrol(hub);
      cards.awaitAt(terminal, "enrolled");
      hub.importCards(cards.remove(7).csv());
      // On a busy machine a hub may need longer than a clerk would wait; then it is asked again.
      RegistryCheck found = terminal.link().checkRegistry();
      while (found instanceof RegistryCheck.NoAnswer) {
        found = terminal.link().checkRegistry();
      }
      assertThat(found).isInstanceOf(RegistryCheck.UpToDate.class);
      assertThat(terminal.lookup(CardList.id(7))).isInstanceOf(CardLookup.NotFound.class);
      assertThat(terminal.registry().cards()).isEqualTo(UNIVERSE - 1);
    }
  }

  @Test
  void checkNowIsHonestWithinThreeSecondsWhenNothingAnswers() throws Exception {
    hub.importCards(cards.putAll().csv());
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      cards.awaitAt(terminal, "enrolled");
      proxy.hang();
      long before = System.nanoTime();
      assertThat(terminal.link().checkRegistry()).isInstanceOf(RegistryCheck.NoAnswer.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
      assertThat(cards.isAt(terminal)).isTrue();
    }
  }

  /** A terminal that was away for a month: the log no longer reaches back. */
  @Test
  void whoeverWasAwayForTooLongFetchesAllAnew() throws Exception {
    hub.importCards(cards.putAll().csv());
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      cards.awaitAt(terminal, "enrolled");
    }
    for (int i = 10; i < 20; i++) {
      hub.importCards(cards.remove(i).csv());
    }
    hub.clock().advance(Duration.ofDays(31));
    hub.awaitCompacted(1);
    try (SyncedTerminal terminal = terminal()) {
      cards.awaitAt(terminal, "a month later");
    }
  }

  @Test
  void aFileOfTheTechnicianIsUsedUntilTheHubHasARegistry() throws Exception {
    try (SyncedTerminal terminal = terminal()) {
      importFile(terminal, new CardList(UNIVERSE).put(1).put(2).csv());
      terminal.enrol(hub);
      assertThat(terminal.lookup(CardList.id(1))).isInstanceOf(CardLookup.Found.class);
      assertThat(terminal.registry().origin()).isEqualTo(new RegistryOrigin.OfFile());
    }
    try (SyncedTerminal terminal = terminal()) {
      assertThat(terminal.lookup(CardList.id(1))).isInstanceOf(CardLookup.Found.class);
      hub.importCards(cards.putAll().csv());
      terminal.link().checkRegistry();
      cards.awaitAt(terminal, "the hub's");
      importFile(terminal, new CardList(UNIVERSE).putAll().remove(9).csv());
      terminal.link().checkRegistry();
      cards.awaitAt(terminal, "the hub's again");
    }
  }

  private static void importFile(SyncedTerminal terminal, String csv) {
    terminal
        .registry()
        .importCsv(
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
            Force.YES,
            new ImportProgress() {
              @Override
              public void reading(long rows) {}

              @Override
              public void badRow(BadRow row) {}
            });
  }

  @Test
  void aTerminalThatWasShutOutHasNoRegistryAnyMore() throws Exception {
    hub.importCards(cards.putAll().csv());
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      cards.awaitAt(terminal, "enrolled");
      hub.revoke(terminal.id());
      SyncedTerminal.await("erased", () -> terminal.registry().cards() == 0);
    }
    try (Stream<Path> left = Files.list(folder.resolve("t"))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("registry"));
    }
  }

  @Test
  void aTerminalThatMovesToAnotherHubTakesThatOnesRegistry() throws Exception {
    hub.importCards(cards.putAll().csv());
    hub.importCards(cards.remove(1).csv());
    try (SyncedTerminal terminal = terminal()) {
      terminal.enrol(hub);
      cards.awaitAt(terminal, "the first hub's");
    }
    try (RealHub other = new RealHub(Files.createDirectories(folder.resolve("other")))) {
      CardList others = new CardList(UNIVERSE).put(1).put(2);
      other.importCards(others.csv());
      try (SyncedTerminal terminal =
          new SyncedTerminal(folder.resolve("t"), other.url(), Duration.ZERO)) {
        assertThat(cards.isAt(terminal)).isTrue();
        terminal.enrol(other);
        others.awaitAt(terminal, "the other hub's");
      }
    }
  }
}
