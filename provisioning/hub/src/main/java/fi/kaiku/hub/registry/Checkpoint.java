package fi.kaiku.hub.registry;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The registry after a transaction.
 *
 * @param position of the transaction's last change; 0 before the first
 * @param checksum the sum of all cards' shares, {@link CardRow#share}
 */
record Checkpoint(long position, long cards, long checksum) {
  /** The newest. */
  static Checkpoint last(Handle db) {
    return db.createQuery(
            "SELECT position, cards, checksum FROM card_checkpoint ORDER BY position DESC LIMIT 1")
        .map((row, _) -> new Checkpoint(row.getLong(1), row.getLong(2), row.getLong(3)))
        .one();
  }

  /** Where a transaction ended there, and is not compacted. */
  static Optional<Checkpoint> at(Handle db, long position) {
    return db.createQuery(
            "SELECT position, cards, checksum FROM card_checkpoint WHERE position = ?")
        .bind(0, position)
        .map((row, _) -> new Checkpoint(row.getLong(1), row.getLong(2), row.getLong(3)))
        .findOne();
  }

  /** 16 hex digits, as on the wire. */
  String checksumText() {
    return "%016x".formatted(checksum);
  }
}
