package fi.kaiku.terminal.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a sound journal ready for use: its schema, and print jobs that an earlier run has left.
 * After a plain end or a crash only those in flight are in doubt. A recovered journal, and one that
 * was put back from a backup, can't tell what was printed since: each unfinished job is asked about
 * and none is printed by itself.
 */
final class JournalStart {
  private static final Set<PrintState> INTERRUPTED = EnumSet.of(PrintState.SENDING);
  private static final Set<PrintState> UNFINISHED =
      EnumSet.of(PrintState.QUEUED, PrintState.SENDING);

  private static final System.Logger LOG = System.getLogger(JournalStart.class.getName());

  private final JournalFiles files;
  private final JournalMark mark;
  private final Instant now;

  JournalStart(JournalFiles files, JournalMark mark, Instant now) {
    this.files = files;
    this.mark = mark;
    this.now = now;
  }

  /** Answers OK, RECOVERED or RESTORED. May be cut off anywhere and begun again. */
  JournalState run(Optional<RecoveryReport> recovery) throws IOException {
    try (Sql sql = JournalConnection.writer(files.database())) {
      boolean hasNewSchema = Migrations.shipped().apply(sql, now) > 0;
      JournalState state = recovery.isPresent() ? JournalState.RECOVERED : stateOf(sql);
      settle(sql, state);
      if (hasNewSchema || !files.hasSchema()) {
        keepSchema(sql);
      }
      return state;
    }
  }

  private JournalState stateOf(Sql sql) throws IOException {
    Optional<JournalExtent> marked = mark.read();
    if (marked.isEmpty() && !sql.has("SELECT 1 FROM visit")) {
      return JournalState.OK;
    }
    if (marked.isPresent()
        && JournalExtent.hasOrigin(sql)
        && JournalExtent.of(sql).continues(marked.get())) {
      return JournalState.OK;
    }
    LOG.log(
        Level.WARNING,
        "journal.db is not as this terminal left it: taken for restored from a backup, or moved"
            + " here; unfinished tickets are asked about, none is printed by itself");
    return JournalState.RESTORED;
  }

  /**
   * The journal first, then its mark: cut off between the two, the next start finds another origin
   * and settles once more what is settled already.
   */
  private void settle(Sql sql, JournalState state) {
    boolean isOurs = state == JournalState.OK;
    sql.change("BEGIN IMMEDIATE");
    PrintJobTable.settleAfterStart(sql, now, isOurs ? INTERRUPTED : UNFINISHED);
    if (!isOurs || !JournalExtent.hasOrigin(sql)) {
      JournalExtent.begin(sql, now);
    }
    sql.change("COMMIT");
    mark.note(JournalExtent.of(sql));
    mark.force();
  }

  private void keepSchema(Sql sql) throws IOException {
    sql.list("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.number(1));
    files.keepSchema(
        sql.list("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'", row -> row.number(1)));
  }
}
