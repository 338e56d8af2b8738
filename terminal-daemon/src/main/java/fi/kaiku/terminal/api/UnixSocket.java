package fi.kaiku.terminal.api;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One of the daemon's sockets in its folder. Who may connect is decided by the folder's and the
 * file's group: the folder is 0750 and the file 0660; the groups are set by the packaging.
 */
record UnixSocket(Path path) {
  /** Linux: {@code sun_path} holds 108 bytes, the last one a zero. */
  static final int PATH_MAX = 107;

  UnixSocket {
    int length = path.toAbsolutePath().toString().length();
    if (length > PATH_MAX) {
      throw new IllegalArgumentException(
          "socket '" + path + "': " + length + " characters, expected at most " + PATH_MAX);
    }
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  /**
   * Makes the folder and takes away the file of an earlier run, which would stop the bind. The data
   * folder's lock says that no other daemon is behind it.
   */
  void prepare() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    }
    Files.deleteIfExists(path);
  }

  /**
   * Opens the bound socket to its group. Until then the umask keeps others from writing, which is
   * what connecting needs.
   */
  void share() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
  }
}
