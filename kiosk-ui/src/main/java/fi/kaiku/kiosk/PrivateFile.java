package fi.kaiku.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small file that is replaced whole and is never readable by others, not even while written. */
final class PrivateFile {
  private final Path path;
  private final Set<PosixFilePermission> mode;

  /**
   * @param mode such as {@code rw-r-----}
   */
  PrivateFile(Path path, String mode) {
    this.path = path.toAbsolutePath();
    this.mode = PosixFilePermissions.fromString(mode);
  }

  void replace(String text) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(mode));
    // The process's umask may have taken the group's right away at creation.
    Files.setPosixFilePermissions(fresh, mode);
    Files.writeString(fresh, text);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The text, or an empty one when the file is not there yet. */
  String read() throws IOException {
    return Files.exists(path) ? Files.readString(path) : "";
  }
}
