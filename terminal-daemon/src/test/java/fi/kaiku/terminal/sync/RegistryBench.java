package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.registry.FeedPoint;
import fi.kaiku.terminal.registry.RegistryOrigin;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registry of a million cards from a real hub to a real terminal, each figure beside its floor;
 * started by {@code kaiku bench}, never by the tests. Nothing is asserted about time.
 */
class RegistryBench {
  private static final Path REPORT =
      Path.of(System.getProperty("kaiku.bench.registry", "target/bench-registry.json"));

  private static final int CARDS = Integer.getInteger("kaiku.bench.cards", 1_000_000);
  private static final int CHANGES = CARDS / 10;

  @TempDir private Path folder;
  private long first;
  private final List<Figure> figures = new ArrayList<>();

  /** One measured thing; the floor is what the bare parts need. */
  private record Figure(String name, String unit, double value, String floorName, double floor) {
    String text() {
      return String.format(
          Locale.ROOT,
          "%-46s %10.1f %s%n    floor: %-39s %10.1f %s  ratio %.2f%n",
          name,
          value,
          unit,
          floorName,
          floor,
          unit,
          value / floor);
    }

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"name\": \"%s\", \"unit\": \"%s\", \"value\": %f,"
              + " \"floor\": {\"name\": \"%s\", \"value\": %f}}",
          name,
          unit,
          value,
          floorName,
          floor);
    }
  }

  @Test
  void measure() throws Exception {
    Path own = Files.createDirectories(folder.resolve("t"));
    try (RealHub hub = new RealHub(folder)) {
      long importing = System.nanoTime();
      hub.importCards(csv(2));
      double imported = millisSince(importing);
      long building = System.nanoTime();
      hub.awaitSnapshot();
      figures.add(
          new Figure(
              "hub: list of %,d cards to its snapshot".formatted(CARDS),
              "ms",
              imported + millisSince(building),
              "the import alone",
              imported));
      snapshot(own, hub);
      hub.importCards(csv(3));
      changes(own, hub);
    }
    write();
    assertThat(figures).hasSize(4);
  }

  private void snapshot(Path own, RealHub hub) throws Exception {
    try (SyncedTerminal terminal = new SyncedTerminal(own, hub.url(), Duration.ZERO)) {
      terminal.enrol(hub);
      long fetching = System.nanoTime();
      SyncedTerminal.await("a snapshot", () -> terminal.registry().cards() == CARDS);
      double fetched = millisSince(fetching);
      Path registry = own.resolve("registry.db");
      figures.add(
          new Figure(
              "snapshot of %,d cards, HTTP to usable".formatted(CARDS),
              "ms",
              fetched,
              "copying the file and forcing it to disk",
              copy(registry)));
      first = position(terminal);
      long bytes = hub.newestSnapshot().snapshot().bytes();
      figures.add(
          new Figure(
              "snapshot, bytes a card",
              "B",
              (double) bytes / CARDS,
              "its facts: hash and 5 B",
              21));
    }
  }

  private double copy(Path registry) throws IOException {
    long start = System.nanoTime();
    Path copy = folder.resolve("copy");
    Files.copy(registry, copy);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return millisSince(start);
  }

  private void changes(Path own, RealHub hub) throws Exception {
    long to = first + CHANGES;
    try (SyncedTerminal terminal = new SyncedTerminal(own, hub.url(), Duration.ZERO)) {
      long following = System.nanoTime();
      SyncedTerminal.await("changes", () -> position(terminal) == to);
      figures.add(
          new Figure(
              "%,d changes, HTTP to applied".formatted(CHANGES),
              "ms",
              millisSince(following),
              "the same rows written by hand",
              byHand()));
    }
  }

  private static long position(SyncedTerminal terminal) {
    return terminal.registry().origin() instanceof RegistryOrigin.OfHub(FeedPoint here)
        ? here.position()
        : 0;
  }

  private double byHand() throws SQLException {
    Random random = new Random(1);
    long start = System.nanoTime();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("floor.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = NORMAL");
      statement.execute(
          "CREATE TABLE c(h BLOB PRIMARY KEY, g INT, k INT, i INT, l INT, s INT, n INT)"
              + " WITHOUT ROWID");
      connection.setAutoCommit(false);
      try (PreparedStatement put =
          connection.prepareStatement("INSERT OR REPLACE INTO c VALUES(?, 0, 0, 1, 2, 0, 3)")) {
        byte[] hash = new byte[16];
        for (int i = 0; i < CHANGES; i++) {
          random.nextBytes(hash);
          put.setBytes(1, hash);
          put.executeUpdate();
        }
      }
      connection.commit();
    }
    return millisSince(start);
  }

  /** Of each tenth card this many children, of the others two. */
  private static String csv(int children) {
    StringBuilder csv = new StringBuilder("card_id,kind,issued_on,valid_until,state,children\n");
    for (int i = 0; i < CARDS; i++) {
      csv.append(CardList.id(i))
          .append(",personal,2026-01-01,2026-12-31,active,")
          .append(i % 10 == 0 ? children : 2)
          .append('\n');
    }
    return csv.toString();
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private void write() throws IOException {
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.writeString(
        REPORT,
        figures.stream()
            .map(Figure::json)
            .collect(Collectors.joining(",\n  ", "{\"figures\": [\n  ", "\n]}\n")));
    Path text = REPORT.resolveSibling(REPORT.getFileName().toString().replace(".json", ".txt"));
    Files.writeString(text, figures.stream().map(Figure::text).collect(Collectors.joining()));
  }
}
