package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.registry.RegistryChanges.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Where the registry stands on disk, and how it is opened: the file itself, and for one of the
 * hub's the changes since beside it.
 */
final class RegistryPlace {
  private final Path file;
  private final CardHasher hasher;
  private final RegistrySettings settings;
  private final Supplier<ClockReading> clock;

  RegistryPlace(
      Path file, CardHasher hasher, RegistrySettings settings, Supplier<ClockReading> clock) {
    this.file = file;
    this.hasher = hasher;
    this.settings = settings;
    this.clock = clock;
  }

  Path file() {
    return file;
  }

  private Path changes() {
    return file.resolveSibling("registry-changes.db");
  }

  /** What stands there, after a start: when it came is told by the file. */
  RegistryData open() throws BrokenRegistryException, SQLException, IOException {
    return open(file, Files.getLastModifiedTime(file).toInstant());
  }

  /** A new one, not in place yet; changes of the one before are of no more use. */
  private RegistryData openNew(Path finished)
      throws BrokenRegistryException, SQLException, IOException {
    ChangesFile.delete(changes());
    return open(finished, clock.get().now());
  }

  /** What is put in place has been read through first, and is already open. */
  RegistryData putInPlace() throws BrokenRegistryException, SQLException, IOException {
    Path finished = DurableFile.unfinished(file);
    RegistryData next = openNew(finished);
    try {
      DurableFile.putInPlace(finished, file);
    } catch (IOException e) {
      next.close();
      throw e;
    }
    return next;
  }

  private RegistryData open(Path at, Instant cameAt)
      throws BrokenRegistryException, SQLException, IOException {
    RegistrySnapshot base = RegistrySnapshot.open(at, hasher);
    try {
      return switch (base.meta().origin()) {
        case RegistryOrigin.OfFile() -> base;
        case RegistryOrigin.OfHub(FeedPoint point) -> {
          Progress fresh = new Progress(point, cameAt, cameAt.plus(settings.usableFor()));
          yield new HubRegistry(base, RegistryChanges.open(changes(), at, base.meta(), fresh));
        }
      };
    } catch (SQLException | RuntimeException e) {
      base.close();
      throw e;
    }
  }

  /** Under an untrusted clock nobody knows when to erase it; what was known before stays. */
  Instant usableUntil(Instant before) {
    return switch (clock.get()) {
      case ClockReading.Trusted trusted -> trusted.now().plus(settings.usableFor());
      case ClockReading.Untrusted _ -> before;
    };
  }

  /** All of it. */
  void delete() throws IOException {
    ChangesFile.delete(changes());
    Files.deleteIfExists(file);
  }
}
