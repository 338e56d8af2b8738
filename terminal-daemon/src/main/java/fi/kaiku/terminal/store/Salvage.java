package fi.kaiku.terminal.store;

import static java.util.Map.entry;

import fi.kaiku.terminal.store.TableWalk.Keys;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads a damaged journal row by row into a new one. Each table is walked along its integer keys;
 * where a page can't be read, the walk goes on key by key behind it. Of a use that was lost, the
 * outbox entry says all that upstream has to know.
 */
final class Salvage {
  private static final System.Logger LOG = System.getLogger(Salvage.class.getName());

  /** All but the tallies, which are counted anew. */
  private static final Map<String, Keys> TABLES =
      Map.ofEntries(
          entry("event_seen", Keys.GAPLESS),
          entry("visit", Keys.GAPLESS),
          entry("admission", Keys.GAPLESS),
          entry("card_use", Keys.SPARSE),
          entry("pending_card", Keys.SPARSE),
          entry("void", Keys.GAPLESS),
          entry("ticket", Keys.GAPLESS),
          entry("ticket_void", Keys.SPARSE),
          entry("assistant_ticket", Keys.GAPLESS),
          entry("assistant_ticket_void", Keys.SPARSE),
          entry("print_job", Keys.GAPLESS),
          entry("print_job_change", Keys.GAPLESS),
          entry("outbox", Keys.GAPLESS),
          entry("use_counter", Keys.GAPLESS),
          entry("refusal_counter", Keys.GAPLESS),
          entry("once", Keys.GAPLESS),
          entry("station_event", Keys.SPARSE));

  private final Path damaged;
  private final Sql target;

  Salvage(Path damaged, Sql target) {
    this.damaged = damaged;
    this.target = target;
  }

  RecoveryReport run(Path setAside) {
    int saved = 0;
    int lost = 0;
    target.script("PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE");
    try (Connection source = open()) {
      for (Map.Entry<String, Keys> table : TABLES.entrySet()) {
        TableWalk walk = new TableWalk(source, table.getKey(), target, table.getValue());
        walk.run();
        saved += walk.saved();
        lost += walk.lost();
      }
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "journal: nothing can be read of " + setAside, e);
    }
    int givenUp = new LostParents(target).settle();
    CounterTable.countAnew(target);
    target.script("COMMIT");
    return new RecoveryReport(setAside, saved - givenUp, lost + givenUp);
  }

  private Connection open() throws SQLException {
    Connection source = DriverManager.getConnection("jdbc:sqlite:" + damaged, new Properties());
    try (Statement settings = source.createStatement()) {
      settings.executeUpdate("PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF");
    }
    return source;
  }

  /** Columns that both the damaged table and the new one have. */
  static List<String> columns(Connection source, String table, Sql target) throws SQLException {
    List<String> known =
        target.list("SELECT name FROM pragma_table_info('" + table + "')", row -> row.text(1));
    List<String> shared = new ArrayList<>();
    try (PreparedStatement names =
            source.prepareStatement("SELECT name FROM pragma_table_info('" + table + "')");
        ResultSet result = names.executeQuery()) {
      while (result.next()) {
        shared.add(result.getString(1));
      }
    }
    shared.retainAll(known);
    return shared;
  }
}
