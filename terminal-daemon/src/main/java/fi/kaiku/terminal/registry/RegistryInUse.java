package fi.kaiku.terminal.registry;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardHasher;
import fi.kaiku.terminal.clock.ClockReading;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The snapshot that look-ups are answered from, or none. Its lock is held for one look-up or one
 * swap, so the last snapshot is closed when nobody reads it. Any thread.
 */
final class RegistryInUse implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RegistryInUse.class.getName());

  private final RegistryPlace place;
  private final CardHasher hasher;
  private final Supplier<ClockReading> clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by the lock; null while the registry is missing. */
  private RegistryData snapshot;

  /** Guarded by the lock: the file is there, could not be read, and is tried by each look-up. */
  private boolean unread;

  /** Listeners are told outside of the lock: they may hold locks that a look-up waits under. */
  private final AtomicBoolean untold = new AtomicBoolean();

  RegistryInUse(RegistryPlace place, CardHasher hasher, Supplier<ClockReading> clock) {
    this.place = place;
    this.hasher = hasher;
    this.clock = clock;
  }

  void openLast() {
    if (Files.exists(place.file())) {
      locked(
          () -> {
            reopen();
            return place;
          });
    }
  }

  /** Only what is proven broken is deleted: fetching it anew may take days. */
  private void reopen() {
    try {
      exchange(place.open());
    } catch (BrokenRegistryException e) {
      LOG.log(Level.WARNING, "The registry " + place.file() + " is dropped: it can't be used", e);
      forget();
    } catch (SQLException | IOException e) {
      setAside(e);
    }
  }

  private void setAside(Exception cause) {
    if (!unread) {
      LOG.log(
          Level.WARNING,
          "The registry " + place.file() + " can't be read, it is tried again",
          cause);
    }
    exchange(null);
    unread = true;
  }

  CardLookup lookup(CardHash hash) {
    return locked(
        () -> {
          eraseWhenPastUse();
          if (unread) {
            reopen();
          }
          return snapshot == null ? new CardLookup.NotFound() : find(hash);
        });
  }

  Optional<RegistryMeta> meta() {
    return locked(
        () -> {
          eraseWhenPastUse();
          return Optional.ofNullable(snapshot).map(RegistryData::meta);
        });
  }

  /** Only one of the hub's has any. */
  Optional<RegistryChanges> changes() {
    return locked(
        () ->
            snapshot instanceof HubRegistry registry
                ? Optional.of(registry.changes())
                : Optional.empty());
  }

  /** The one in use has moved on by itself. */
  void moved() {
    listeners.forEach(Runnable::run);
  }

  void replaceBy(RegistryData next) {
    locked(
        () -> {
          exchange(next);
          return next;
        });
  }

  void erase() {
    locked(
        () -> {
          forget();
          return place;
        });
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      exchange(null);
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    T result;
    lock.lock();
    try {
      result = work.get();
    } finally {
      lock.unlock();
    }
    if (untold.getAndSet(false)) {
      listeners.forEach(Runnable::run);
    }
    return result;
  }

  /** A read that fails may be a cable's or the memory's: the file itself is looked at, once. */
  private CardLookup find(CardHash hash) {
    try {
      return snapshot.lookup(hash);
    } catch (SQLException | IllegalArgumentException | DateTimeException first) {
      LOG.log(Level.WARNING, "A look-up in the registry " + place.file() + " failed", first);
      reopen();
      return snapshot == null ? new CardLookup.NotFound() : findAgain(hash);
    }
  }

  private CardLookup findAgain(CardHash hash) {
    try {
      return snapshot.lookup(hash);
    } catch (SQLException | IllegalArgumentException | DateTimeException second) {
      // The file is whole and yet can't be used: trying it at each look-up would never end.
      LOG.log(
          Level.ERROR,
          "The registry " + place.file() + " is left out until the next start",
          second);
      exchange(null);
      return new CardLookup.NotFound();
    }
  }

  /** Only trusted time erases: one jump into the future must not empty the terminal. */
  private void eraseWhenPastUse() {
    if (snapshot != null
        && clock.get() instanceof ClockReading.Trusted trusted
        && trusted.now().isAfter(snapshot.meta().usableUntil())) {
      LOG.log(
          Level.WARNING, "{0} was usable until {1}", place.file(), snapshot.meta().usableUntil());
      forget();
    }
  }

  private void forget() {
    exchange(null);
    try {
      place.delete();
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The registry " + place.file() + " can't be deleted", e);
    }
  }

  private void exchange(RegistryData next) {
    RegistryData last = snapshot;
    snapshot = next;
    unread = false;
    if (last != null || next != null) {
      untold.set(true);
    }
    if (next != null) {
      hasher.use(next.meta().keyNumber());
    }
    if (last != null) {
      try {
        last.close();
      } catch (SQLException e) {
        LOG.log(Level.WARNING, "The last registry can't be closed", e);
      }
    }
  }
}
