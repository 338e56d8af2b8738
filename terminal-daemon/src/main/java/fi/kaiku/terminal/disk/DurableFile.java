package fi.kaiku.terminal.disk;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes small files, and puts ready ones in place, so that a crash or power cut at any point
 * leaves the old file or the new one: written beside, forced to disk, renamed, the folder forced
 * too (rename(2) alone is not durable). Files are readable by their owner only.
 */
public final class DurableFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** Ends the name of a file that is not in place yet; whatever bears it may be deleted. */
  private static final String UNFINISHED = ".part";

  private DurableFile() {}

  /** Replaces the file's content. One writer at a time for each file. */
  public static void write(Path file, byte[] content) throws IOException {
    Path beside = begin(file);
    try (FileChannel channel = FileChannel.open(beside, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
    putInPlace(beside, file);
  }

  /** Makes an empty file for the next content, in place of what a crash may have left there. */
  public static Path begin(Path file) throws IOException {
    Path beside = unfinished(file);
    Files.deleteIfExists(beside);
    return Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
  }

  /** Renames a finished file, on the same file system, over the old one. */
  public static void putInPlace(Path finished, Path file) throws IOException {
    force(finished);
    Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(folderOf(file));
  }

  /** Where a file's next content stands before it is put in place. */
  public static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  /** Makes a folder that only its owner can enter, and its missing parents with it. */
  public static void makePrivateFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folderOf(folder);
    makePrivateFolder(parent);
    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
    force(parent);
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().getParent();
  }

  /** A folder can be opened for reading only, and Linux forces it to disk even so. */
  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, Files.isDirectory(path) ? READ : WRITE)) {
      channel.force(true);
    }
  }
}
