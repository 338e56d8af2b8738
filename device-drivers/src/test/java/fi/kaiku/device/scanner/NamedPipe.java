package fi.kaiku.device.scanner;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A named pipe whose writing end is ours. */
record NamedPipe(RandomAccessFile end) implements AutoCloseable {
  static NamedPipe make(Path path) throws IOException, InterruptedException {
    if (new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor() != 0) {
      throw new IOException("mkfifo " + path);
    }
    // For reading too, or opening would wait for the other end, and its close would break ours.
    return new NamedPipe(new RandomAccessFile(path.toFile(), "rw"));
  }

  void send(byte[] bytes) throws IOException {
    end.write(bytes);
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}
