package fi.kaiku.terminal.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the journal with SQL of its own, so that the daemon's code cannot vouch for itself. */
public final class JournalAudit implements AutoCloseable {
  private final Connection connection;

  public JournalAudit(Path journal) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
  }

  public Set<String> visits() throws SQLException {
    return ids("SELECT id FROM visit");
  }

  /** Visits of which no admission stands any more. */
  public Set<String> voidedVisits() throws SQLException {
    return ids(
        """
        SELECT v.id FROM visit v WHERE NOT EXISTS (SELECT 1 FROM admission a
          WHERE a.visit = v.seq AND a.seq NOT IN (SELECT admission FROM void))
        """);
  }

  /** Cards that have been given more than one standing use of the same event. */
  public long cardsAdmittedTwice() throws SQLException {
    return count(
        """
        SELECT count(*) FROM (SELECT card_hash, event_id FROM card_use
          WHERE admission NOT IN (SELECT admission FROM void)
          GROUP BY card_hash, event_id HAVING count(*) > 1)
        """);
  }

  /** Standing admissions whose tickets are not exactly as many as they say. */
  public long admissionsWithOtherTickets() throws SQLException {
    return count(
        """
        SELECT count(*) FROM admission a WHERE a.adults + a.children <> (SELECT count(*) FROM ticket t
          WHERE t.admission = a.seq AND t.seq NOT IN (SELECT ticket FROM ticket_void))
        """);
  }

  /** Standing admissions without exactly one use in the outbox. */
  public long admissionsWithoutOneUpload() throws SQLException {
    return count(
        """
        SELECT count(*) FROM admission a WHERE 1 <> (SELECT count(*) FROM outbox o
          WHERE o.admission = a.id AND o.kind = 'USE')
        """);
  }

  /** What the counters say that is given, against what stands. */
  public long countersOff() throws SQLException {
    return count("SELECT coalesce(sum(adults + children), 0) FROM use_counter")
        - count(
            "SELECT coalesce(sum(adults + children), 0) FROM admission"
                + " WHERE seq NOT IN (SELECT admission FROM void)");
  }

  /** Every ticket number there ever was, assistants' too. */
  public Set<String> allNumbers() throws SQLException {
    return texts("SELECT number FROM ticket UNION ALL SELECT number FROM assistant_ticket");
  }

  /** Numbers of tickets that the journal holds for printed. */
  public Set<String> numbersPrinted() throws SQLException {
    return texts(
        """
        SELECT coalesce(t.number, s.number) FROM print_job j
          LEFT JOIN ticket t ON t.seq = j.ticket LEFT JOIN assistant_ticket s ON s.seq = j.assistant_ticket
          WHERE j.state IN ('SENT', 'CONFIRMED')
        """);
  }

  /** Numbers of standing tickets of standing admissions. */
  public Set<String> numbersStanding() throws SQLException {
    return texts(
        """
        SELECT number FROM ticket WHERE admission NOT IN (SELECT admission FROM void)
          AND seq NOT IN (SELECT ticket FROM ticket_void)
        UNION ALL
        SELECT number FROM assistant_ticket WHERE admission NOT IN (SELECT admission FROM void)
          AND seq NOT IN (SELECT ticket FROM assistant_ticket_void)
        """);
  }

  /** Tickets that were, or are to be, printed a second time without saying COPY. */
  public long ticketsWithTwoOriginals() throws SQLException {
    return count(
        """
        SELECT count(*) FROM (SELECT 1 FROM print_job
          WHERE edition = 'ORIGINAL' AND state NOT IN ('CANCELLED', 'FAILED')
          GROUP BY ticket, assistant_ticket HAVING count(*) > 1)
        """);
  }

  /** Standing tickets of an event without assistants': the places of its quota that are taken. */
  public long ticketsStanding(String event) throws SQLException {
    return count(
        """
        SELECT count(*) FROM ticket t JOIN admission a ON a.seq = t.admission
          JOIN event_seen e ON e.seq = a.event
          WHERE e.event_id = '%s' AND a.seq NOT IN (SELECT admission FROM void)
            AND t.seq NOT IN (SELECT ticket FROM ticket_void)
        """
            .formatted(event));
  }

  /** What waits to go upstream, as it would go. */
  public Set<String> payloads() throws SQLException {
    return texts("SELECT payload FROM outbox");
  }

  public long jobsNotSettled() throws SQLException {
    return count(
        "SELECT count(*) FROM print_job WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN', 'FAILED')");
  }

  private Set<String> ids(String query) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        ByteBuffer bytes = ByteBuffer.wrap(rows.getBytes(1));
        ids.add(new UUID(bytes.getLong(), bytes.getLong()).toString());
      }
    }
    return ids;
  }

  private Set<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    Set<String> distinct = new HashSet<>(texts);
    if (distinct.size() != texts.size()) {
      throw new AssertionError("a text stands twice: " + query);
    }
    return distinct;
  }

  private long count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
