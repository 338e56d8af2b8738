package fi.kaiku.terminal.store;

import fi.kaiku.terminal.store.WriteOutcome.NotRecorded;
import fi.kaiku.terminal.store.WriteOutcome.Recorded;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one thread that writes: takes pieces of work in turn, runs each in a {@code BEGIN IMMEDIATE}
 * transaction of its own, and tells the caller only after the commit is on disk. After a fault it
 * keeps trying by itself whether the disk takes writes again.
 *
 * <p>A commit that failed is not in the journal for anybody who reads it from then on. After a
 * power cut in the same moment it may turn up all the same; it then stands in today's list as a
 * whole, with its tickets, and the same visit issued again gets the first result.
 */
final class JournalWriter implements AutoCloseable {
  /** Waiting writes; far more than stations. What comes on top is answered as BUSY. */
  static final int QUEUE_MAX = 1_024;

  /** How often a journal in trouble is tried; short, for people wait for it. */
  static final Duration PROBE_EVERY = Duration.ofSeconds(1);

  /** Room for about ten visits: with less, the next issue would only fail again. */
  private static final int PROBE_BYTES = 1 << 20;

  private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

  private final Supplier<Sql> opener;
  private final JournalWatch watch;
  private final JournalMark mark;
  private final BlockingQueue<JournalTask<?>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final ReentrantLock entrance = new ReentrantLock();

  /** Ends the thread when its turn comes. */
  private final JournalTask<?> last = new JournalTask<>(tx -> 0);

  private final AtomicLong writes = new AtomicLong();
  private final Thread thread;
  private boolean closed;

  /** Writer thread only; none after a fault that a new connection may cure. */
  private JournalTransaction transaction;

  /** Writer thread only: counted on, as to ask for it takes as long as a use takes to record. */
  private JournalExtent reached;

  /** Erased bytes still stand in the write-ahead log. */
  private boolean mustCheckpoint;

  private boolean checkpointWasBusy;

  JournalWriter(Supplier<Sql> opener, JournalWatch watch, JournalMark mark) {
    this.opener = opener;
    this.watch = watch;
    this.mark = mark;
    this.thread = Thread.ofPlatform().name("journal-write").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Transactions that ended, well or not. Any thread. */
  long writes() {
    return writes.get();
  }

  /** Any thread but the writer's own; waits for the disk. An interrupt is kept for later. */
  <T> WriteOutcome<T> write(Function<JournalTransaction, T> work) {
    JournalTask<T> task = new JournalTask<>(work);
    return enter(task) ? task.await() : new NotRecorded<>(refusal());
  }

  /** Any thread; does not wait, and nobody hears whether it was recorded. */
  void writeLater(Function<JournalTransaction, ?> work) {
    if (!enter(new JournalTask<>(work))) {
      LOG.log(Level.WARNING, "journal: a count was not recorded: {0}", refusal());
    }
  }

  private boolean enter(JournalTask<?> task) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a journal listener must not write to the journal");
    }
    entrance.lock();
    try {
      return !closed && queue.offer(task);
    } finally {
      entrance.unlock();
    }
  }

  private JournalFault refusal() {
    entrance.lock();
    try {
      return closed ? JournalFault.CLOSED : JournalFault.BUSY;
    } finally {
      entrance.unlock();
    }
  }

  /** Does what waits already, then ends; harmless when repeated. */
  @Override
  public void close() {
    if (shut()) {
      enterLast();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean shut() {
    entrance.lock();
    try {
      boolean isFirst = !closed;
      closed = true;
      return isFirst;
    } finally {
      entrance.unlock();
    }
  }

  /** The queue only gets shorter now. */
  private void enterLast() {
    while (thread.isAlive() && !queue.offer(last)) {
      Thread.onSpinWait();
    }
  }

  private void run() {
    try {
      JournalTask<?> task = next();
      while (task != last) {
        takeTurn(task);
        task = next();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody may interrupt the journal's writer", e);
    } finally {
      shut();
      queue.forEach(task -> task.fail(new IllegalStateException("the journal's writer has died")));
      discardConnection();
    }
  }

  private JournalTask<?> next() throws InterruptedException {
    if (mustCheckpoint && !checkpointWasBusy) {
      return queue.poll();
    }
    return mustCheckpoint || watch.isTroubled()
        ? queue.poll(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS)
        : queue.take();
  }

  private void takeTurn(JournalTask<?> task) {
    if (task != null) {
      perform(task);
    } else if (mustCheckpoint) {
      checkpoint();
    } else {
      perform(new JournalTask<>(tx -> 0));
    }
  }

  private <T> void perform(JournalTask<T> task) {
    try {
      JournalTransaction tx = usable();
      T value = inTransaction(tx, task);
      mustCheckpoint |= tx.touched().hasErased();
      tell(task, value, tx.touched());
      watch.committed(tx.touched().change());
      if (watch.isTroubled()) {
        probe();
      }
    } catch (JournalException e) {
      failed(e);
      task.finish(new NotRecorded<>(e.fault()));
    } catch (RuntimeException | Error ourMistake) {
      task.fail(ourMistake);
    }
  }

  /**
   * A claimed ticket goes to its printer as soon as it is known of, so it is marked before; all
   * else a moment later, as people wait for it.
   */
  private <T> void tell(JournalTask<T> task, T value, Touched touched) {
    if (touched.hasClaimed()) {
      mark.note(reached);
      mark.force();
    }
    task.finish(new Recorded<>(value));
    if (touched.newRows() > 0 && !touched.hasClaimed()) {
      mark.note(reached);
    }
  }

  private void failed(JournalException e) {
    if (e.fault() != JournalFault.DISK_FULL && e.fault() != JournalFault.BUSY) {
      discardConnection();
    }
    watch.fails(e);
  }

  private <T> T inTransaction(JournalTransaction tx, JournalTask<T> task) {
    tx.touched().clear();
    tx.sql().change("BEGIN IMMEDIATE");
    boolean ended = false;
    try {
      T value = task.work().apply(tx);
      tx.sql().change("COMMIT");
      ended = true;
      reached = reached.plus(tx.touched().newRows());
      return value;
    } finally {
      if (!ended) {
        rollBack(tx);
      }
      writes.incrementAndGet();
    }
  }

  /** SQLite has often rolled back by itself already, and says so with an error. */
  private static void rollBack(JournalTransaction tx) {
    tx.touched().clear();
    try {
      tx.sql().change("ROLLBACK");
    } catch (JournalException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "journal: roll back after a failed write", e);
    }
  }

  private JournalTransaction usable() {
    if (transaction == null) {
      transaction = opened();
    }
    return transaction;
  }

  private JournalTransaction opened() {
    Sql sql = opener.get();
    try {
      reached = JournalExtent.of(sql);
      return new JournalTransaction(sql);
    } catch (RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  private void discardConnection() {
    if (transaction == null) {
      return;
    }
    try {
      transaction.sql().close();
    } catch (JournalException e) {
      LOG.log(Level.DEBUG, "journal: close", e);
    }
    transaction = null;
  }

  /**
   * Makes erased bytes leave the write-ahead log too. Never waits: a reader in the way (a backup,
   * say) only puts it off.
   */
  private void checkpoint() {
    try {
      Sql sql = usable().sql();
      sql.script("PRAGMA busy_timeout=0");
      checkpointWasBusy =
          sql.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.isTrue(1)).orElseThrow();
      sql.script("PRAGMA busy_timeout=" + JournalConnection.BUSY_TIMEOUT_MS);
      mustCheckpoint = checkpointWasBusy;
    } catch (JournalException e) {
      checkpointWasBusy = true;
      discardConnection();
      watch.fails(e);
    }
  }

  /** What needs no room, or little, proves nothing: trouble ends when as much as this fits. */
  private void probe() {
    try {
      inTransaction(usable(), new JournalTask<>(JournalWriter::fillAndEmpty));
      watch.works();
    } catch (JournalException e) {
      failed(e);
    }
  }

  private static boolean fillAndEmpty(JournalTransaction tx) {
    tx.sql().change("INSERT INTO space_probe (filler) VALUES (zeroblob(?))", PROBE_BYTES);
    tx.sql().change("DELETE FROM space_probe");
    return true;
  }
}
