package fi.kaiku.kiosk.bench;

import fi.kaiku.terminal.admission.IssueOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One press of Issue, from the call to the durable record. The floor: the very same rows, inserted
 * and counted by hand in one connection with {@code synchronous=FULL}, one transaction for each
 * visit.
 */
final class DecideAndRecord {
  private static final int WARM_UP = 1_000;
  private static final int RUNS = 2_000;

  /** In the order of their references. */
  private static final List<String> TABLES =
      List.of(
          "visit",
          "admission",
          "card_use",
          "pending_card",
          "ticket",
          "print_job",
          "print_job_change",
          "outbox");

  /** The same for the rows that are not added but changed. */
  private static final List<String> COUNTS =
      List.of(
          "UPDATE use_counter SET adults = adults + 1",
          "UPDATE tally SET amount = amount + 1 WHERE name = 'UNSENT'");

  private DecideAndRecord() {}

  static Latencies measure(BenchDesk desk) {
    long[] nanos = new long[RUNS];
    for (int run = -WARM_UP; run < RUNS; run++) {
      IssueOrder order = desk.order(run + WARM_UP);
      long begin = System.nanoTime();
      desk.issue(order);
      if (run >= 0) {
        nanos[run] = System.nanoTime() - begin;
      }
    }
    return new Latencies(nanos);
  }

  /**
   * @param journal as {@link #measure} left it, closed
   */
  static Latencies floor(Path journal) throws IOException, SQLException {
    Path copy = journal.resolveSibling("floor.db");
    Files.copy(journal, copy);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
      execute(connection, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL");
      List<Rows> tables = new ArrayList<>();
      for (String table : TABLES) {
        tables.add(Rows.takeOut(connection, table));
      }
      List<PreparedStatement> counts = new ArrayList<>();
      for (String count : COUNTS) {
        counts.add(connection.prepareStatement(count));
      }
      connection.setAutoCommit(false);
      long[] nanos = new long[RUNS];
      for (int run = -WARM_UP; run < RUNS; run++) {
        long begin = System.nanoTime();
        for (Rows rows : tables) {
          rows.insert(run + WARM_UP, RUNS + WARM_UP);
        }
        for (PreparedStatement count : counts) {
          count.executeUpdate();
        }
        connection.commit();
        if (run >= 0) {
          nanos[run] = System.nanoTime() - begin;
        }
      }
      return new Latencies(nanos);
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** A table's rows, taken out of it to be put back one visit at a time. */
  private record Rows(List<Object[]> rows, PreparedStatement insert) {
    static Rows takeOut(Connection connection, String table) throws SQLException {
      List<Object[]> rows = new ArrayList<>();
      int columns;
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
        columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          Object[] row = new Object[columns];
          for (int column = 0; column < columns; column++) {
            row[column] = result.getObject(column + 1);
          }
          rows.add(row);
        }
      }
      dropTriggers(connection, table);
      execute(connection, "DELETE FROM " + table);
      String places = "?" + ", ?".repeat(columns - 1);
      return new Rows(
          rows, connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")"));
    }

    /** They keep facts from being deleted, which is just what has to be done here. */
    private static void dropTriggers(Connection connection, String table) throws SQLException {
      List<String> names = new ArrayList<>();
      try (PreparedStatement find =
          connection.prepareStatement(
              "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")) {
        find.setString(1, table);
        ResultSet result = find.executeQuery();
        while (result.next()) {
          names.add(result.getString(1));
        }
      }
      for (String name : names) {
        execute(connection, "DROP TRIGGER " + name);
      }
    }

    /** Every visit of the measurement has made equally many rows. */
    void insert(int visit, int visits) throws SQLException {
      int each = rows.size() / visits;
      for (Object[] row : rows.subList(visit * each, (visit + 1) * each)) {
        for (int column = 0; column < row.length; column++) {
          insert.setObject(column + 1, row[column]);
        }
        insert.executeUpdate();
      }
    }
  }
}
