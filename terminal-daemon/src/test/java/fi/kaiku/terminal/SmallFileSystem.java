package fi.kaiku.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system in memory of a few megabytes that can be filled to its last byte. */
final class SmallFileSystem implements AutoCloseable {
  private static final String SIZE = "size=8m";
  private static final int BLOCK_BYTES = 4_096;

  private final Path folder;

  private SmallFileSystem(Path folder) {
    this.folder = folder;
  }

  /** Empty where this user may not mount one. */
  static Optional<SmallFileSystem> mount(Path folder) throws IOException, InterruptedException {
    boolean isMounted = run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()) == 0;
    return isMounted ? Optional.of(new SmallFileSystem(folder)) : Optional.empty();
  }

  Path folder() {
    return folder;
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

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
