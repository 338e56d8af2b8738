package fi.kaiku.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The database, open, its schema up to date. Work is done on platform threads of its own, one a
 * connection, as SQLite's native calls would hold the carriers of virtual threads; a caller waits
 * for the result. Any thread may call.
 */
public final class Database implements AutoCloseable {
  /** Waiting pieces of work; at 5 ms each on two connections that is seconds, the most to wait. */
  static final int QUEUE_MAX = 1_000;

  private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final ThreadPoolExecutor threads;

  private Database(HikariDataSource pool, int connections) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            connections,
            connections,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE_MAX),
            work ->
                Thread.ofPlatform()
                    .name("database-" + number.incrementAndGet())
                    .daemon()
                    .unstarted(work));
  }

  /** A file of its own, made where there is none; one hub at a time. */
  public static Database sqlite(Path file) {
    return open(Engine.SQLITE, Engine.sqlite(file));
  }

  /**
   * Whatever the URL names, which must be PostgreSQL; several hubs may share it.
   *
   * @throws IllegalArgumentException when it names something else
   */
  public static Database at(String url) {
    return open(Engine.of(url), url);
  }

  private static Database open(Engine engine, String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("database");
    config.setMaximumPoolSize(engine.connections());
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:fi/kaiku/hub/store/migration")
          .placeholders(engine.types())
          .load()
          .migrate();
      return new Database(pool, engine.connections());
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Does the work in one transaction: all of it is durable when this returns, or none of it.
   *
   * @throws BusyException when too much waits already
   */
  public <T> T transaction(Function<Handle, T> work) {
    return await(submit(() -> jdbi.inTransaction(work::apply)));
  }

  /**
   * Asks without a transaction: each statement sees what was committed when it began.
   *
   * @throws BusyException when too much waits already
   */
  public <T> T read(Function<Handle, T> question) {
    return await(submit(() -> jdbi.withHandle(question::apply)));
  }

  private <T> Future<T> submit(Callable<T> work) {
    try {
      return threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw new BusyException();
    }
  }

  /** An interrupted caller leaves; what it asked for may or may not be done. */
  private static <T> T await(Future<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the database failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pool.close();
  }
}
