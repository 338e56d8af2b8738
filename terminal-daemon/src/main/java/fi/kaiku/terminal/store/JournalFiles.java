package fi.kaiku.terminal.store;

import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal's files in the data folder: {@code journal.db} with SQLite's {@code -wal} and {@code
 * -shm}, {@code journal.lock} (one daemon at a time), {@code journal.schema} (copies of the pages
 * that hold the schema, without which not a row can be read), {@code journal.mark} (how far it has
 * come, see {@link JournalMark}), and what was set aside.
 */
final class JournalFiles {
  private static final String DATABASE = "journal.db";
  private static final String LOG = "-wal";
  private static final String SET_ASIDE = "journal-damaged-";
  private static final String DATABASE_SUFFIX = ".db";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

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

  /** Opened, or made empty; the caller closes it. */
  JournalMark mark() throws IOException {
    return JournalMark.open(folder.resolve("journal.mark"));
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
   * Copies a damaged database to where it can be tried to be read: the copy gets the schema's pages
   * as they were when the schema was made, for they have not changed since.
   */
  void copyForReading(Path damaged, Path copy) throws IOException {
    delete(copy);
    for (String part : List.of("", LOG)) {
      if (Files.exists(withPart(damaged, part))) {
        Files.copy(withPart(damaged, part), withPart(copy, part));
      }
    }
    if (hasSchema()) {
      putSchemaBack(copy);
    }
    SqliteHeader.distrustPageCount(copy);
  }

  void delete(Path database) throws IOException {
    for (String part : PARTS) {
      Files.deleteIfExists(withPart(database, part));
    }
  }

  /** Damaged journals that were set aside earlier than all this, or by a clock that ran wild. */
  List<Path> setAsideOutside(Instant earliest, Instant latest) throws IOException {
    List<Path> old = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, SET_ASIDE + "*.db")) {
      for (Path file : all) {
        Instant at = stampOf(file);
        if (at.isBefore(earliest) || at.isAfter(latest)) {
          old.add(file);
        }
      }
    }
    return old;
  }

  /** One whose name was changed by hand counts as old. */
  private static Instant stampOf(Path file) {
    String name = file.getFileName().toString();
    try {
      return STAMP.parse(
          name.substring(SET_ASIDE.length(), name.length() - DATABASE_SUFFIX.length()),
          Instant::from);
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }

  /** The name under which a damaged journal is set aside now. */
  static String asideName(Instant now) {
    return SET_ASIDE + STAMP.format(now) + DATABASE_SUFFIX;
  }

  private Path schema() {
    return folder.resolve("journal.schema");
  }

  boolean hasSchema() {
    return Files.exists(schema());
  }

  /**
   * Keeps the pages of the schema, each behind its number; to be called when the log has been
   * written back into the database.
   */
  void keepSchema(List<Integer> pages) throws IOException {
    ByteBuffer kept = ByteBuffer.allocate(pages.size() * (Integer.BYTES + SqliteHeader.PAGE_BYTES));
    try (RandomAccessFile file = new RandomAccessFile(database().toFile(), "r")) {
      byte[] page = new byte[SqliteHeader.PAGE_BYTES];
      for (int number : pages) {
        file.seek(placeOf(number));
        file.readFully(page);
        kept.putInt(number).put(page);
      }
    }
    DurableFile.write(schema(), kept.array());
  }

  private void putSchemaBack(Path copy) throws IOException {
    ByteBuffer kept = ByteBuffer.wrap(Files.readAllBytes(schema()));
    try (RandomAccessFile target = new RandomAccessFile(copy.toFile(), "rw")) {
      byte[] page = new byte[SqliteHeader.PAGE_BYTES];
      while (kept.remaining() >= Integer.BYTES + page.length) {
        target.seek(placeOf(kept.getInt()));
        kept.get(page);
        target.write(page);
      }
    }
  }

  /** SQLite counts pages from 1. */
  private static long placeOf(int page) {
    return (page - 1L) * SqliteHeader.PAGE_BYTES;
  }

  private static Path withPart(Path file, String part) {
    return file.resolveSibling(file.getFileName() + part);
  }
}
