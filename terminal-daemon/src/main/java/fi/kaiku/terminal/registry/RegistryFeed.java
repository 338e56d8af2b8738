package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.registry.TakeReport.Cause;
import fi.kaiku.terminal.registry.TakeReport.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The registry as it comes from the hub: whole first, then change by change. One thread writes. */
final class RegistryFeed {
  private static final System.Logger LOG = System.getLogger(RegistryFeed.class.getName());

  private final RegistryPlace place;
  private final CardHasher hasher;
  private final RegistryInUse inUse;
  private final Supplier<ClockReading> clock;

  RegistryFeed(
      RegistryPlace place, CardHasher hasher, RegistryInUse inUse, Supplier<ClockReading> clock) {
    this.place = place;
    this.hasher = hasher;
    this.inUse = inUse;
    this.clock = clock;
  }

  /** One that was hashed under a former hub's key is not this hub's to go on with. */
  RegistryOrigin origin() {
    return inUse
        .meta()
        .filter(meta -> hasher.knows(meta.keyNumber(), meta.keyFingerprint()))
        .map(RegistryMeta::origin)
        .orElse(new RegistryOrigin.OfFile());
  }

  Applied apply(ChangeSet set) {
    Optional<RegistryChanges> changes = inUse.changes();
    if (changes.isEmpty()) {
      return Applied.NOT_NEXT;
    }
    try {
      Instant before = changes.get().progress().usableUntil();
      Applied applied = changes.get().apply(set, clock.get().now(), place.usableUntil(before));
      if (applied == Applied.YES) {
        inUse.moved();
      }
      return applied;
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "Changes of the registry can't be stored now", e);
      return Applied.NOT_STORED;
    }
  }

  TakeReport take(HubSnapshot told, Path closed) {
    if (!hasher.knows(told.keyNumber())) {
      return new Refused(
          Cause.KEY_UNKNOWN, "hashed under a national key not known here, " + told.keyNumber());
    }
    if (origin() instanceof RegistryOrigin.OfHub(FeedPoint here)
        && told.point().position() < here.position()) {
      return new Refused(
          Cause.OLDER,
          "it is older (%d) than the registry in use (%d)"
              .formatted(told.point().position(), here.position()));
    }
    try {
      open(told, closed);
      checkIsAsTold(told);
      inUse.replaceBy(place.putInPlace());
      return new TakeReport.Taken(told.point().cards());
    } catch (BrokenRegistryException e) {
      return new Refused(
          Cause.DAMAGED, "the snapshot is not what the hub signed: " + e.getMessage());
    } catch (SQLException | IOException e) {
      return new Refused(Cause.NOT_STORED, "the registry can't be stored: " + e.getMessage());
    }
  }

  private void open(HubSnapshot told, Path closed) throws IOException, BrokenRegistryException {
    Path plain = DurableFile.begin(place.file());
    try (InputStream in = Files.newInputStream(closed);
        OutputStream out = Files.newOutputStream(plain)) {
      SnapshotCipher.open(in, out, hasher.snapshotKey(told.keyNumber(), told.salt()));
    }
    RegistrySeal.put(plain);
  }

  private void checkIsAsTold(HubSnapshot told)
      throws BrokenRegistryException, SQLException, IOException {
    try (RegistrySnapshot opened =
        RegistrySnapshot.open(DurableFile.unfinished(place.file()), hasher)) {
      RegistryMeta meta = opened.meta();
      if (meta.keyNumber() != told.keyNumber()
          || !meta.origin().equals(new RegistryOrigin.OfHub(told.point()))) {
        throw new BrokenRegistryException("it holds another registry");
      }
    }
  }
}
