package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.disk.DurableFile;
import fi.kaiku.terminal.registry.ImportReport.Cause;
import fi.kaiku.terminal.registry.ImportReport.Imported;
import fi.kaiku.terminal.registry.ImportReport.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The registry cache of this terminal ({@code registry.db}). Look-ups come from any thread and wait
 * for each other at most: one takes some ten microseconds. A new registry is built in a file of its
 * own and swapped in whole; a crash at any point leaves the last good one. A damaged one is dropped
 * and missing from then on; one that can't be read is missing until it can. Never an error to a
 * clerk.
 */
public final class CardRegistry implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CardRegistry.class.getName());

  /** Two machines' clocks may differ so much; a fetch further ahead is of unknown age. */
  private static final Duration CLOCKS_DIFFER_MAX = Duration.ofDays(1);

  private final Path file;
  private final RegistryPlace place;
  private final CardHasher hasher;
  private final RegistrySettings settings;
  private final Supplier<ClockReading> clock;
  private final RegistryInUse inUse;
  private final RegistryFeed feed;

  /** Held by one import at a time, for seconds. */
  private final ReentrantLock importing = new ReentrantLock();

  private CardRegistry(
      Path file, CardHasher hasher, RegistrySettings settings, Supplier<ClockReading> clock) {
    this.file = file;
    this.hasher = hasher;
    this.settings = settings;
    this.clock = clock;
    this.place = new RegistryPlace(file, hasher, settings, clock);
    this.inUse = new RegistryInUse(place, hasher, clock);
    this.feed = new RegistryFeed(place, hasher, inUse, clock);
  }

  /** Opens what the last import left; a damaged file is deleted, a missing one is no error. */
  public static CardRegistry open(
      Path file, CardHasher hasher, RegistrySettings settings, Supplier<ClockReading> clock)
      throws IOException {
    CardRegistry registry = new CardRegistry(file, hasher, settings, clock);
    Files.deleteIfExists(DurableFile.unfinished(file));
    registry.inUse.openLast();
    return registry;
  }

  /** Any thread. While the registry is missing, nothing is found. */
  public CardLookup lookup(CardHash hash) {
    return inUse.lookup(hash);
  }

  /** Any thread. */
  public RegistryAge age(Instant now) {
    return inUse.meta().map(meta -> age(meta.fetchedAt(), now)).orElse(new RegistryAge.Missing());
  }

  /** Cards in the registry in use; 0 while it is missing. Any thread. */
  public long cards() {
    return inUse.meta().map(RegistryMeta::cards).orElse(0L);
  }

  /** Called after each change of registry, on the thread that made it; must return at once. */
  public void onChange(Runnable listener) {
    inUse.onChange(listener);
  }

  @Override
  public void close() {
    inUse.close();
  }

  /**
   * Replaces the registry by a CSV file. Runs for seconds on the caller's thread, which should be a
   * platform thread; look-ups go on meanwhile. The stream stays the caller's to close.
   */
  public ImportReport importCsv(InputStream csv, Force force, ImportProgress progress) {
    if (!importing.tryLock()) {
      return new Refused(Cause.BUSY, "another import is under way");
    }
    try {
      Imported imported = build(csv, force, progress);
      swap();
      return imported;
    } catch (RegistryImport.RefusedException e) {
      return e.report();
    } catch (BrokenRegistryException | SQLException | IOException e) {
      return new Refused(Cause.NOT_STORED, "the registry can't be stored: " + e.getMessage());
    } finally {
      deleteUnfinished();
      importing.unlock();
    }
  }

  private Imported build(InputStream csv, Force force, ImportProgress progress)
      throws SQLException, IOException, RegistryImport.RefusedException {
    try (RegistryWriter writer = new RegistryWriter(DurableFile.begin(file))) {
      RegistryImport run = new RegistryImport(hasher, writer, progress);
      run.read(csv, cards(), force);
      writer.finish(meta(run.cards()));
      return new Imported(run.cards(), run.badRows());
    }
  }

  /** Under an untrusted clock nobody knows when to erase it; the next import will say. */
  private RegistryMeta meta(long cards) {
    ClockReading reading = clock.get();
    Instant usableUntil =
        switch (reading) {
          case ClockReading.Trusted trusted -> trusted.now().plus(settings.usableFor());
          case ClockReading.Untrusted _ -> RegistryMeta.NEVER_ERASED;
        };
    return new RegistryMeta(
        hasher.keyNumber(),
        hasher.keyFingerprint(),
        reading.now(),
        usableUntil,
        cards,
        new RegistryOrigin.OfFile());
  }

  private void swap() throws BrokenRegistryException, SQLException, IOException {
    RegistrySeal.put(DurableFile.unfinished(file));
    inUse.replaceBy(place.putInPlace());
  }

  private RegistryAge age(Instant fetchedAt, Instant now) {
    Duration age = Duration.between(fetchedAt, now);
    boolean fresh =
        age.compareTo(settings.maxAge()) <= 0 && age.compareTo(CLOCKS_DIFFER_MAX.negated()) >= 0;
    return fresh ? new RegistryAge.Fresh(fetchedAt) : new RegistryAge.Stale(fetchedAt);
  }

  /** Where the registry in use came from; one that is missing came from nowhere. Any thread. */
  public RegistryOrigin origin() {
    return feed.origin();
  }

  /**
   * Goes on with the hub's changes. Waits for an import that is under way; look-ups go on
   * meanwhile.
   */
  public Applied apply(ChangeSet changes) {
    importing.lock();
    try {
      return feed.apply(changes);
    } finally {
      importing.unlock();
    }
  }

  /**
   * Replaces the registry by a snapshot of the hub. Runs for a second on the caller's thread, which
   * should be a platform thread; look-ups go on meanwhile.
   *
   * @param told what the hub has signed
   * @param closed a file whose digest was found to be the one that was told
   */
  public TakeReport take(HubSnapshot told, Path closed) {
    if (!importing.tryLock()) {
      return new TakeReport.Refused(TakeReport.Cause.BUSY, "an import is under way");
    }
    try {
      return feed.take(told, closed);
    } finally {
      deleteUnfinished();
      importing.unlock();
    }
  }

  /** There is none any more, as after its time is over. */
  public void erase() {
    importing.lock();
    try {
      inUse.erase();
    } finally {
      importing.unlock();
    }
  }

  private void deleteUnfinished() {
    try {
      Files.deleteIfExists(DurableFile.unfinished(file));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What an import left behind can't be deleted", e);
    }
  }
}
