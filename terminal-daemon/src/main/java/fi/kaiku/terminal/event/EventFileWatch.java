package fi.kaiku.terminal.event;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Notices changes of one file, on a thread of its own: at once where the file system tells, else at
 * a slow poll (network shares, replaced folders and symbolic links tell nothing). A file that is
 * still being written is left alone until it rests.
 */
final class EventFileWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventFileWatch.class.getName());

  /** How often the file is looked at when nothing was told. */
  static final Duration POLL = Duration.ofSeconds(5);

  /** A file that has not changed for so long is finished. */
  static final Duration REST = Duration.ofMillis(300);

  private static final String ABSENT = "absent";

  private final Path file;
  private final Runnable onChange;
  private final WatchService watcher;
  private final Thread thread;
  private String lastRead;

  /**
   * Begins to watch.
   *
   * @param onChange called on the watching thread each time the file rests after a change
   */
  EventFileWatch(Path file, Runnable onChange) throws IOException {
    this.file = file.toAbsolutePath();
    this.onChange = onChange;
    this.watcher = file.getFileSystem().newWatchService();
    register();
    this.lastRead = mark();
    this.thread = Thread.ofPlatform().name("events-watch").daemon().unstarted(this::watch);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(POLL);
      watcher.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The watch of " + file + " can't be closed", e);
    }
  }

  private void watch() {
    try {
      String seen = lastRead;
      while (!Thread.currentThread().isInterrupted()) {
        await(seen.equals(lastRead) ? POLL : REST);
        register();
        String now = mark();
        if (now.equals(seen) && !now.equals(lastRead)) {
          lastRead = now;
          onChange.run();
        }
        seen = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each time anew: the folder may have come, gone or been replaced meanwhile. */
  private void register() {
    try {
      file.getParent().register(watcher, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "No notices for {0}, it is polled: {1}", file, e);
    }
  }

  private void await(Duration longest) throws InterruptedException {
    WatchKey key = watcher.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  /** Changes whenever the content may have. */
  private String mark() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.fileKey() + " " + now.size() + " " + now.lastModifiedTime();
    } catch (IOException e) {
      return ABSENT;
    }
  }
}
