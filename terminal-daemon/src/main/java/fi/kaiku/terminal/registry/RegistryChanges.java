package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What has changed since the hub's last snapshot, in a file beside it: of each changed card the
 * last that was told, and how far the log has been followed; both in one transaction. A crash
 * leaves what the last transaction did; a damaged file is known by the checksum and dropped, and
 * the changes are fetched again. One thread writes, another reads.
 */
final class RegistryChanges implements AutoCloseable {
  /** Hearing that nothing has changed is written down this often: a memory card wears out. */
  private static final Duration NOTED_EVERY = Duration.ofHours(1);

  private static final String FIND =
      "SELECT gone, kind, issued_on, last_day, state, children FROM change WHERE hash = ?";

  /** The card as it was before, whether a change or the snapshot has it. */
  private static final String FIND_ANYWHERE =
      "SELECT gone, kind, issued_on, last_day, state, children FROM change WHERE hash = ?1"
          + " UNION ALL SELECT 0, kind, issued_on, last_day, state, children FROM base.card"
          + " WHERE hash = ?1 LIMIT 1";

  private static final String PUT =
      "INSERT OR REPLACE INTO change(hash, gone, kind, issued_on, last_day, state, children)"
          + " VALUES(?, ?, ?, ?, ?, ?, ?)";

  private final int keyNumber;
  private final Connection reader;
  private final Connection writer;
  private final PreparedStatement find;
  private final PreparedStatement findAnywhere;
  private final PreparedStatement put;
  private final AtomicReference<Progress> progress;
  private Instant noted;

  /**
   * How far it is.
   *
   * @param heardAt when the hub last told that there is no more
   * @param usableUntil when it is erased, should the hub not be heard any more
   */
  record Progress(FeedPoint point, Instant heardAt, Instant usableUntil) {}

  private RegistryChanges(Connection reader, Connection writer, int keyNumber, Progress progress)
      throws SQLException {
    this.reader = reader;
    this.writer = writer;
    this.keyNumber = keyNumber;
    this.progress = new AtomicReference<>(progress);
    this.noted = progress.heardAt();
    this.find = reader.prepareStatement(FIND);
    this.findAnywhere = writer.prepareStatement(FIND_ANYWHERE);
    this.put = writer.prepareStatement(PUT);
  }

  /**
   * Takes up what there is, or begins anew where it is damaged or belongs to another snapshot.
   *
   * @param base the snapshot's file
   * @param fresh how it stands without any change
   */
  static RegistryChanges open(Path file, Path base, RegistryMeta snapshot, Progress fresh)
      throws SQLException {
    ChangesFile changes = new ChangesFile(file, base);
    Progress progress = changes.takeUp(snapshot, fresh);
    Connection writer = changes.openToWrite();
    try {
      Connection reader = changes.openToRead();
      return new RegistryChanges(reader, writer, snapshot.keyNumber(), progress);
    } catch (SQLException e) {
      writer.close();
      throw e;
    }
  }

  Progress progress() {
    return progress.get();
  }

  /** Null where the snapshot has the last word. */
  CardChange find(CardHash hash) throws SQLException {
    return find(find, hash);
  }

  private static CardChange find(PreparedStatement statement, CardHash hash) throws SQLException {
    statement.setBytes(1, hash.bytes());
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      return row.getInt(1) == 1
          ? new CardChange.Gone(hash)
          : new CardChange.Put(RegistryFile.card(hash, row, 2));
    }
  }

  /**
   * Writes changes that come next, all of them or none.
   *
   * @param heardAt and until when the registry may be used from then on
   */
  Applied apply(ChangeSet set, Instant heardAt, Instant usableUntil) throws SQLException {
    Progress before = progress.get();
    if (set.after() != before.point().position()) {
      return Applied.NOT_NEXT;
    }
    if (set.changes().isEmpty()) {
      return set.check().filter(check -> !check.equals(before.point())).isPresent()
          ? Applied.DIVERGED
          : hear(new Progress(before.point(), heardAt, usableUntil));
    }
    try {
      FeedPoint after = write(set, before.point());
      if (set.check().filter(check -> !check.equals(after)).isPresent()) {
        writer.rollback();
        return Applied.DIVERGED;
      }
      note(new Progress(after, heardAt, usableUntil));
      return Applied.YES;
    } catch (SQLException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private FeedPoint write(ChangeSet set, FeedPoint from) throws SQLException {
    long cards = from.cards();
    long checksum = from.checksum();
    for (CardChange change : set.changes()) {
      if (change.hash().keyNumber() != keyNumber) {
        throw new IllegalArgumentException("a change under another national key");
      }
      if (find(findAnywhere, change.hash()) instanceof CardChange.Put(Card old)) {
        cards--;
        checksum -= CardShare.of(old);
      }
      if (change instanceof CardChange.Put(Card card)) {
        cards++;
        checksum += CardShare.of(card);
      }
      put(change);
    }
    return new FeedPoint(set.next(), cards, checksum);
  }

  private void put(CardChange change) throws SQLException {
    put.setBytes(1, change.hash().bytes());
    switch (change) {
      case CardChange.Put(Card card) -> {
        put.setInt(2, 0);
        RegistryFile.bind(put, 3, card);
      }
      case CardChange.Gone _ -> {
        put.setInt(2, 1);
        for (int i = 3; i <= 7; i++) {
          put.setInt(i, 0);
        }
      }
    }
    put.executeUpdate();
  }

  private Applied hear(Progress now) throws SQLException {
    if (Duration.between(noted, now.heardAt()).abs().compareTo(NOTED_EVERY) >= 0) {
      note(now);
    }
    progress.set(now);
    return Applied.YES;
  }

  private void note(Progress now) throws SQLException {
    ChangesFile.write(writer, now);
    writer.commit();
    noted = now.heardAt();
    progress.set(now);
  }

  @Override
  public void close() throws SQLException {
    try (reader;
        writer) {
      find.close();
      findAnywhere.close();
      put.close();
    }
  }
}
