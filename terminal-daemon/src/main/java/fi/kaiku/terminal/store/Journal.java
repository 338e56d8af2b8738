package fi.kaiku.terminal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code journal.db}, open: everything that was given, durable before anybody hears of it. Writes
 * are taken in turn by one thread, reads stand beside them. Any thread may call; a call waits for
 * the disk.
 */
public final class Journal implements AutoCloseable {
  private final JournalFiles files;
  private final FileChannel lock;
  private final JournalMark mark;
  private final JournalWatch watch;
  private final JournalWriter writer;
  private final JournalReaders readers;
  private final Optional<RecoveryReport> recovery;

  private Journal(JournalFiles files, FileChannel lock, JournalMark mark, Opening opening) {
    Path database = files.database();
    this.files = files;
    this.lock = lock;
    this.mark = mark;
    this.recovery = opening.recovery();
    this.watch = new JournalWatch(opening.state());
    this.writer = new JournalWriter(() -> JournalConnection.writer(database), watch, mark);
    this.readers = new JournalReaders(() -> JournalConnection.reader(database));
  }

  /** How the journal was found. */
  private record Opening(JournalState state, Optional<RecoveryReport> recovery) {}

  /**
   * Opens the journal of a data folder, or makes it. A damaged one is set aside and what can be
   * read of it recovered. Print jobs that were in flight when the last run ended become unknown;
   * after a recovery, or when the file was put back from a backup, all unfinished ones do, as
   * nobody can tell what was printed since.
   *
   * @throws JournalException when another process has it open, or the disk fails
   */
  public static Journal open(Path folder, InstantSource clock) {
    try {
      JournalFiles files = new JournalFiles(folder);
      FileChannel lock = files.lock();
      try {
        return open(files, lock, clock.instant());
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new JournalException(JournalFault.IO_ERROR, "journal: open " + folder, e);
    }
  }

  private static Journal open(JournalFiles files, FileChannel lock, Instant now)
      throws IOException {
    Optional<RecoveryReport> recovery = new JournalRecovery(files, now).run();
    JournalMark mark = files.mark();
    try {
      JournalState state = new JournalStart(files, mark, now).run(recovery);
      Opening opening = new Opening(state, recovery);
      Journal journal = new Journal(files, lock, mark, opening);
      journal.writer.start();
      return journal;
    } catch (IOException | RuntimeException e) {
      mark.close();
      throw e;
    }
  }

  /** Runs the work in one transaction: all of it is recorded, or nothing. */
  public <T> WriteOutcome<T> write(Function<JournalTransaction, T> work) {
    return writer.write(work);
  }

  /** For what nobody waits for and may be lost with the power, such as counts of refusals. */
  public void writeLater(Function<JournalTransaction, ?> work) {
    writer.writeLater(work);
  }

  /**
   * Answers a question on one snapshot.
   *
   * @throws JournalException when the file can't be read
   */
  public <T> T read(Function<JournalView, T> question) {
    return readers.read(question);
  }

  /**
   * How many transactions have ended since the start. Asked before a read, it tells later whether
   * what was read still stands. Any thread; costs nothing.
   */
  public long writes() {
    return writer.writes();
  }

  public JournalState state() {
    return watch.state();
  }

  /** What was found damaged at this start. */
  public Optional<RecoveryReport> recovery() {
    return recovery;
  }

  /**
   * Deletes damaged journals that were set aside outside of a time: they hold cards that the
   * journal itself forgets (R28). Any thread.
   *
   * @return how many there were
   */
  public int deleteSetAsideOutside(Instant earliest, Instant latest) throws IOException {
    List<Path> old = files.setAsideOutside(earliest, latest);
    for (Path file : old) {
      files.delete(file);
    }
    return old.size();
  }

  /** Called on the writer thread after each commit that touched something; must return at once. */
  public void onChange(Consumer<JournalChange> follower) {
    watch.onChange(follower);
  }

  /** Called on the writer thread when the state changes; must return at once. */
  public void onState(Consumer<JournalState> follower) {
    watch.onState(follower);
  }

  /**
   * Finishes what waits; later reads and writes fail. The writer's connection is closed last: only
   * then does SQLite move everything into the file itself and leave no log beside it.
   */
  @Override
  public void close() {
    readers.close();
    writer.close();
    try (lock) {
      mark.close();
    } catch (IOException e) {
      throw new UncheckedIOException("journal: give the lock back", e);
    }
  }
}
