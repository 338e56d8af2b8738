package fi.kaiku.terminal.store;

import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The journal's files in the data folder: {@code journal.db} with SQLite's {@code -wal} and {@code
 * -shm}, {@code journal.lock} (one daemon at a time), {@code journal.head} (a copy of the first
 * page, with which a file that lost it can be read), and what was set aside.
 */
final class JournalFiles {
  private static final String DATABASE = "journal.db";
  private static final String LOG = "-wal";

  /** What SQLite puts behind a database's name; moved and deleted together with it. */
  private static final List<String> PARTS = List.of("", LOG, "-shm");

  private final Path folder;

  JournalFiles(Path folder) throws IOException {
    this.folder = folder;
    DurableFile.makePrivateFolder(folder);
  }

  Path database() {
    return folder.resolve(DATABASE);
  }

  Path inFolder(String name) {
    return folder.resolve(name);
  }

  /** Held until the channel is closed, or the process ends in whatever way. */
  FileChannel lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
      channel.close();
      throw inUse(null);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw inUse(e);
    }
  }

  private JournalException inUse(Throwable cause) {
    return new JournalException(
        JournalFault.BUSY, "journal in " + folder + " is in use by another process", cause);
  }

  boolean hasDatabase() throws IOException {
    return holdsBytes(database());
  }

  /** A log without its database still counts: SQLite would delete it as a leftover. */
  boolean hasOrphanedLog() throws IOException {
    return !hasDatabase() && holdsBytes(withPart(database(), LOG));
  }

  private static boolean holdsBytes(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }

  /**
   * Renames the database, then all that belongs to it; may be repeated after a crash. There is
   * always a file of the new name afterwards, be it empty: it says that the renaming has begun.
   */
  void moveDatabase(Path to) throws IOException {
    for (String part : PARTS) {
      Path from = withPart(database(), part);
      if (Files.exists(from) && Files.notExists(withPart(to, part))) {
        Files.move(from, withPart(to, part));
      }
      if (part.isEmpty() && Files.notExists(to)) {
        Files.createFile(to);
      }
    }
  }

  /**
   * Copies a damaged database to where it can be tried to be read: the copy gets the first page of
   * {@code journal.head} where its own is no SQLite header.
   */
  void copyForReading(Path damaged, Path copy) throws IOException {
    delete(copy);
    for (String part : List.of("", LOG)) {
      if (Files.exists(withPart(damaged, part))) {
        Files.copy(withPart(damaged, part), withPart(copy, part));
      }
    }
    if (!SqliteHeader.isSound(copy) && Files.exists(head())) {
      overwriteStart(copy, Files.readAllBytes(head()));
    }
    SqliteHeader.distrustPageCount(copy);
  }

  void delete(Path database) throws IOException {
    for (String part : PARTS) {
      Files.deleteIfExists(withPart(database, part));
    }
  }

  private Path head() {
    return folder.resolve("journal.head");
  }

  boolean hasHead() {
    return Files.exists(head());
  }

  /** Keeps the first page; to be called when the log has been written back into the database. */
  void keepHead() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "r")) {
      byte[] page = new byte[SqliteHeader.PAGE_BYTES];
      file.readFully(page);
      DurableFile.write(head(), page);
    }
  }

  private static void overwriteStart(Path file, byte[] page) throws IOException {
    try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
      target.write(page);
    }
  }

  private static Path withPart(Path file, String part) {
    return file.resolveSibling(file.getFileName() + part);
  }
}
