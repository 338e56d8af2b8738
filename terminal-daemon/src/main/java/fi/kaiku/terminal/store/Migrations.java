package fi.kaiku.terminal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Brings the schema up to date, step by numbered step, each in a transaction of its own. Steps only
 * add: a journal that a newer version has written is still read after a downgrade, and steps that
 * this version does not know are left alone. A step that was applied must never be edited; its
 * checksum is kept to notice that.
 */
final class Migrations {
  private static final List<String> STEPS =
      List.of(
          "001-first-schema.sql",
          "002-agent-report.sql",
          "003-origin.sql",
          "004-station-event.sql",
          "005-dead-letter.sql");

  private static final String LEDGER =
      """
      CREATE TABLE IF NOT EXISTS migration (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        at INTEGER NOT NULL
      ) STRICT
      """;

  private final List<Step> steps;

  Migrations(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  static Migrations shipped() {
    return new Migrations(STEPS.stream().map(Step::shipped).toList());
  }

  /** Applies what is missing, and answers how many steps that were. */
  int apply(Sql sql, Instant now) {
    sql.script(LEDGER);
    int applied = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (!isApplied(sql, i + 1, steps.get(i))) {
        applyStep(sql, i + 1, steps.get(i), now);
        applied++;
      }
    }
    return applied;
  }

  private static boolean isApplied(Sql sql, int number, Step step) {
    Optional<String> kept =
        sql.first("SELECT checksum FROM migration WHERE number = ?", row -> row.text(1), number);
    if (kept.isPresent() && !kept.get().equals(step.checksum())) {
      throw new JournalException(
          JournalFault.DAMAGED,
          "journal: migration %d was applied as %s, this version has another %s"
              .formatted(number, kept.get(), step.name()),
          null);
    }
    return kept.isPresent();
  }

  private static void applyStep(Sql sql, int number, Step step, Instant now) {
    sql.change("BEGIN IMMEDIATE");
    sql.script(step.sql());
    sql.change(
        "INSERT INTO migration (number, name, checksum, at) VALUES (?, ?, ?, ?)",
        number,
        step.name(),
        step.checksum(),
        now);
    sql.change("COMMIT");
  }

  /** One file of SQL. */
  record Step(String name, String sql) {
    private static Step shipped(String name) {
      try (InputStream file = Migrations.class.getResourceAsStream(name)) {
        return new Step(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("migration " + name, e);
      }
    }

    String checksum() {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java has no SHA-256", e);
      }
    }
  }
}
