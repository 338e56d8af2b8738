package fi.kaiku.terminal.store;

import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks at {@code journal.db} before it is used. A damaged one is set aside, kept, and what can be
 * read of it goes into a new one. The steps can be cut off anywhere: the file {@code
 * journal.recovering} names the set-aside file until the new journal is in place, and the next
 * start goes on from there.
 */
final class JournalRecovery {
  private static final System.Logger LOG = System.getLogger(JournalRecovery.class.getName());

  /** "KAIK", set by the first migration: the file is a Kaiku journal. */
  private static final int APPLICATION_ID = 0x4B41494B;

  private final JournalFiles files;
  private final Instant now;

  JournalRecovery(JournalFiles files, Instant now) {
    this.files = files;
    this.now = now;
  }

  /** Empty when the journal is in order, or there is none yet. */
  Optional<RecoveryReport> run() throws IOException {
    if (Files.exists(marker())) {
      return Optional.of(recover(files.inFolder(Files.readString(marker()).strip())));
    }
    if (isSound()) {
      return Optional.empty();
    }
    String aside = JournalFiles.asideName(now);
    LOG.log(Level.ERROR, "journal.db is damaged; it is set aside as {0}", aside);
    DurableFile.write(marker(), aside.getBytes(StandardCharsets.US_ASCII));
    return Optional.of(recover(files.inFolder(aside)));
  }

  private Path marker() {
    return files.inFolder("journal.recovering");
  }

  private RecoveryReport recover(Path aside) throws IOException {
    files.moveDatabase(aside);
    RecoveryReport report = new RecoveryReport(aside, 0, 0);
    if (!files.hasDatabase()) {
      report = buildNew(aside);
    }
    Files.delete(marker());
    LOG.log(
        Level.ERROR,
        "journal: {0} rows were saved from {1}, at least {2} were lost",
        report.saved(),
        aside,
        report.lost());
    return report;
  }

  private RecoveryReport buildNew(Path aside) throws IOException {
    Path copy = files.inFolder("journal-salvage.db");
    Path fresh = files.inFolder("journal-new.db");
    files.copyForReading(aside, copy);
    files.delete(fresh);
    RecoveryReport report;
    try (Sql target = JournalConnection.writer(fresh)) {
      Migrations.shipped().apply(target, now);
      report = new Salvage(copy, target).run(aside);
    }
    files.delete(copy);
    DurableFile.putInPlace(fresh, files.database());
    return report;
  }

  private boolean isSound() throws IOException {
    if (!files.hasDatabase()) {
      // Its schema was kept, so there was one: that it is gone must not pass for a first start.
      return !files.hasOrphanedLog() && !files.hasSchema();
    }
    return SqliteHeader.isSound(files.database()) && passesCheck();
  }

  private boolean passesCheck() {
    try (Sql sql = JournalConnection.writer(files.database())) {
      boolean isOurs =
          sql.number("PRAGMA application_id") == APPLICATION_ID
              || !sql.has("SELECT 1 FROM sqlite_schema");
      return isOurs
          && sql.first("PRAGMA quick_check(1)", row -> row.text(1)).orElseThrow().equals("ok");
    } catch (JournalException e) {
      return switch (e.fault()) {
        case DAMAGED -> false;
        case DISK_FULL, IO_ERROR, BUSY, CLOSED -> throw e;
      };
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "journal.db can not be read", e);
      return false;
    }
  }
}
