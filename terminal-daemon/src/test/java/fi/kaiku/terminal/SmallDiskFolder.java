package fi.kaiku.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder on a file system of a few megabytes, which can be filled to its last byte. It is there
 * for one process only, which brings it along in a name space of its own: that takes no rights of
 * root.
 */
record SmallDiskFolder(Path folder) {
  private static final int BLOCK_BYTES = 4_096;
  private static final String MOUNT_AND_RUN =
      "mount -t tmpfs -o size=8m tmpfs \"$1\" && shift && exec \"$@\"";

  /** For anybody, and for root where user name spaces are switched off. */
  private static final List<List<String>> NAME_SPACES =
      List.of(
          List.of("unshare", "--user", "--map-root-user", "--mount"),
          List.of("unshare", "--mount"));

  /** The command in a process that has a small disk at a folder; empty where none may be had. */
  static Optional<List<String>> around(Path folder, List<String> command)
      throws InterruptedException {
    for (List<String> nameSpace : NAME_SPACES) {
      if (succeeds(inside(nameSpace, folder, List.of("true")))) {
        return Optional.of(inside(nameSpace, folder, command));
      }
    }
    return Optional.empty();
  }

  private static List<String> inside(List<String> nameSpace, Path folder, List<String> command) {
    List<String> all = new ArrayList<>(nameSpace);
    all.addAll(List.of("sh", "-c", MOUNT_AND_RUN, "sh", folder.toString()));
    all.addAll(command);
    return all;
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] block = new byte[BLOCK_BYTES];
      while (folder.toFile().getUsableSpace() > 0) {
        out.write(block);
      }
    }
  }

  void makeRoom() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }
}
