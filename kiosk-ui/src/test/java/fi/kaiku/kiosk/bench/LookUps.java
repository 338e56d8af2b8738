package fi.kaiku.kiosk.bench;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.registry.CardLookup;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Look-ups of cards by their hash, one after the other. The floor: the bare query. */
final class LookUps {
  private static final int RUNS = 200_000;
  private static final int WARM_UP = 20_000;

  /** Far from a multiple of any page, so that neighbours are never asked for in turn. */
  private static final int STRIDE = 7_919;

  private LookUps() {}

  static double perSecond(BenchDesk desk) {
    List<CardHash> hashes = hashes(desk);
    return rate(
        run -> {
          if (!(desk.registry().lookup(hashes.get(run)) instanceof CardLookup.Found)) {
            throw new IllegalStateException("a card is missing");
          }
        });
  }

  static double floorPerSecond(BenchDesk desk) throws SQLException {
    List<byte[]> hashes = hashes(desk).stream().map(CardHash::bytes).toList();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:file:" + desk.registryFile() + "?immutable=1");
        PreparedStatement find =
            connection.prepareStatement(
                "SELECT kind, issued_on, last_day, state, children FROM card WHERE hash = ?")) {
      return rate(
          run -> {
            find.setBytes(1, hashes.get(run));
            try (ResultSet result = find.executeQuery()) {
              if (!result.next()) {
                throw new IllegalStateException("a card is missing");
              }
            }
          });
    }
  }

  private static List<CardHash> hashes(BenchDesk desk) {
    List<CardHash> hashes = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      hashes.add(desk.hash((int) ((long) run * STRIDE % BenchDesk.CARDS)));
    }
    return hashes;
  }

  private static <E extends Exception> double rate(Work<E> work) throws E {
    for (int run = 0; run < WARM_UP; run++) {
      work.run(run);
    }
    long begin = System.nanoTime();
    for (int run = 0; run < RUNS; run++) {
      work.run(run);
    }
    return RUNS * 1e9 / (System.nanoTime() - begin);
  }

  private interface Work<E extends Exception> {
    void run(int run) throws E;
  }
}
