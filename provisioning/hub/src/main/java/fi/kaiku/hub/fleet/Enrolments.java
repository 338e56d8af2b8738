package fi.kaiku.hub.fleet;

import fi.kaiku.hub.fleet.EnrolmentOutcome.Cause;
import fi.kaiku.hub.fleet.EnrolmentOutcome.Enrolled;
import fi.kaiku.hub.fleet.EnrolmentOutcome.Refused;
import fi.kaiku.hub.fleet.EnrolmentOutcome.TooManyTries;
import fi.kaiku.hub.key.HubKeys;
import fi.kaiku.hub.key.PublicKey;
import fi.kaiku.hub.store.Database;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Enrols terminals by single-use codes, which are stored only as keyed hashes. The same code with
 * the same key gives the same answer again, as the first one may have been lost on its way.
 */
public final class Enrolments {
  /** Long enough for a technician's way to the venue; a code is 50 bits. */
  static final Duration VALID_FOR = Duration.ofHours(24);

  /** Wrong codes from one address in a window; people mistype, and a till has few codes to try. */
  static final int FAILURES_MAX = 10;

  static final Duration WINDOW = Duration.ofMinutes(10);

  private final Database database;
  private final HubKeys keys;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * Who wants to be enrolled.
   *
   * @param source the address that it asks from, for counting wrong codes
   */
  public record Request(EnrolmentCode code, UUID terminal, PublicKey key, String source) {}

  /** A code to hand out, and until when it is good. */
  public record NewCode(EnrolmentCode code, Instant expiresAt) {}

  private record KnownCode(String venue, Instant expiresAt, Optional<UUID> usedBy) {}

  public Enrolments(Database database, HubKeys keys, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /** A fresh code for a venue that the catalogue knows. */
  public NewCode newCode(String venue) {
    EnrolmentCode code = EnrolmentCode.random(random);
    Instant now = clock.instant();
    Instant expiresAt = now.plus(VALID_FOR);
    database.transaction(
        db ->
            db.execute(
                """
                INSERT INTO enrolment_code (code_hash, venue, made_at, expires_at)
                VALUES (?, ?, ?, ?)
                """,
                hash(code),
                venue,
                now.toEpochMilli(),
                expiresAt.toEpochMilli()));
    return new NewCode(code, expiresAt);
  }

  /** The caller has made sure that the request was signed with the key. */
  public EnrolmentOutcome enrol(Request request) {
    long now = clock.instant().toEpochMilli();
    long window = now - now % WINDOW.toMillis();
    return database.transaction(
        db -> {
          if (failures(db, request.source(), window) >= FAILURES_MAX) {
            return new TooManyTries(Duration.ofMillis(window + WINDOW.toMillis() - now));
          }
          EnrolmentOutcome outcome = enrol(db, request, now);
          if (outcome instanceof Refused(Cause cause) && cause == Cause.CODE_UNKNOWN) {
            countFailure(db, request.source(), window);
          }
          return outcome;
        });
  }

  private EnrolmentOutcome enrol(Handle db, Request request, long now) {
    Optional<KnownCode> found = take(db, request.code());
    if (found.isEmpty()) {
      return new Refused(Cause.CODE_UNKNOWN);
    }
    KnownCode code = found.get();
    Optional<Terminal> known = Terminals.find(db, request.terminal());
    if (code.usedBy().isPresent()) {
      return known
          .filter(terminal -> terminal.id().equals(code.usedBy().get()))
          .filter(terminal -> terminal.key().equals(request.key()))
          .<EnrolmentOutcome>map(Enrolled::new)
          .orElseGet(() -> new Refused(Cause.CODE_USED));
    }
    if (now >= code.expiresAt().toEpochMilli()) {
      return new Refused(Cause.CODE_EXPIRED);
    }
    if (known.isPresent() || Terminals.hasKey(db, request.key())) {
      return new Refused(Cause.TERMINAL_KNOWN);
    }
    Terminals.add(db, request.terminal(), code.venue(), request.key(), now);
    db.execute(
        "UPDATE enrolment_code SET terminal = ? WHERE code_hash = ?",
        request.terminal(),
        hash(request.code()));
    return new Enrolled(Terminals.find(db, request.terminal()).orElseThrow());
  }

  /** Locks the code's row, so that of two terminals with one code the second one waits here. */
  private Optional<KnownCode> take(Handle db, EnrolmentCode code) {
    byte[] hash = hash(code);
    db.execute("UPDATE enrolment_code SET terminal = terminal WHERE code_hash = ?", (Object) hash);
    return db.createQuery(
            "SELECT venue, expires_at, terminal FROM enrolment_code WHERE code_hash = :hash")
        .bind("hash", hash)
        .map(
            (row, _) ->
                new KnownCode(
                    row.getString(1),
                    Instant.ofEpochMilli(row.getLong(2)),
                    Optional.ofNullable(row.getString(3)).map(UUID::fromString)))
        .findOne();
  }

  private byte[] hash(EnrolmentCode code) {
    return keys.digest("enrolment code " + code.text());
  }

  private static int failures(Handle db, String source, long window) {
    return db.createQuery(
            "SELECT failures FROM enrolment_failure WHERE source = :source AND window_start = :at")
        .bind("source", source)
        .bind("at", window)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  private static void countFailure(Handle db, String source, long window) {
    db.execute("DELETE FROM enrolment_failure WHERE window_start < ?", window);
    db.execute(
        """
        INSERT INTO enrolment_failure (source, window_start, failures) VALUES (?, ?, 1)
        ON CONFLICT (source, window_start)
        DO UPDATE SET failures = enrolment_failure.failures + 1
        """,
        source,
        window);
  }
}
