package fi.kaiku.terminal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keeps a second daemon off the same data folder: two of them would take each other's devices and
 * sockets. The kernel gives the lock back when the process ends, however it ends.
 */
final class DataFolderLock implements AutoCloseable {
  private static final String FILE = "daemon.lock";

  private final FileChannel channel;

  private DataFolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder where there is none, and takes it.
   *
   * @throws StartRefusedException when another daemon has it, or it can't be written
   */
  static DataFolderLock take(Path folder) throws StartRefusedException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return take(folder, channel);
    } catch (IOException e) {
      throw new StartRefusedException(
          "data folder " + folder + " can't be used by this user: " + e, e);
    }
  }

  private static DataFolderLock take(Path folder, FileChannel channel)
      throws IOException, StartRefusedException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataFolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this process: the same answer as from another one.
      channel.close();
      throw new StartRefusedException(inUse(folder), e);
    }
    channel.close();
    throw new StartRefusedException(inUse(folder), null);
  }

  private static String inUse(Path folder) {
    return "data folder " + folder + " is in use: another terminal daemon is running on it";
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
