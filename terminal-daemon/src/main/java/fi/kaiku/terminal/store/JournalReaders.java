package fi.kaiku.terminal.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads beside the writer, each on one snapshot: platform threads, as SQLite's native calls would
 * pin a virtual one, each with a read-only connection that is opened at its first use.
 */
final class JournalReaders implements AutoCloseable {
  /** A list being shown and a preview at the same time; reads take well under a millisecond. */
  static final int THREADS = 2;

  private final Supplier<Sql> opener;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("journal-read-", 1).daemon().factory());

  /** Those not in use; a reading thread opens a new one when there is none. */
  private final BlockingQueue<Sql> idle = new ArrayBlockingQueue<>(THREADS);

  JournalReaders(Supplier<Sql> opener) {
    this.opener = opener;
  }

  /**
   * Any thread; waits.
   *
   * @throws JournalException when the file can't be read, or is closed
   */
  <T> T read(Function<JournalView, T> question) {
    try {
      return CompletableFuture.supplyAsync(() -> answer(question), threads).join();
    } catch (RejectedExecutionException e) {
      throw new JournalException(JournalFault.CLOSED, "journal: closed", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof JournalException trouble) {
        throw new JournalException(trouble.fault(), trouble.getMessage(), e);
      }
      throw new IllegalStateException("a question to the journal failed", e);
    }
  }

  private <T> T answer(Function<JournalView, T> question) {
    Sql sql = idle.poll();
    if (sql == null) {
      sql = opener.get();
    }
    boolean isSound = false;
    try {
      sql.change("BEGIN");
      T answer = question.apply(new JournalView(sql));
      sql.change("COMMIT");
      isSound = true;
      return answer;
    } finally {
      if (!isSound || !idle.offer(sql)) {
        sql.close();
      }
    }
  }

  @Override
  public void close() {
    threads.close();
    idle.forEach(Sql::close);
  }
}
