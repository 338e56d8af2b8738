package fi.kaiku.terminal.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The checksum of a finished registry file. SQLite keeps none: it reads a cut last page as zeros
 * and a flipped bit as it is, and a card's last day would be wrong without a word. CRC-32C of the
 * whole file stands in the header's user version (bytes 60-63, big-endian, taken as zero in the
 * sum), which SQLite leaves to the application.
 */
final class RegistrySeal {
  private static final int AT = 60;
  private static final int HEADER_BYTES = 100;
  private static final int CHUNK_BYTES = 1 << 16;

  private RegistrySeal() {}

  /** The last change of the file. */
  static void put(Path file) throws IOException {
    int sum = sum(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(sum).flip(), AT);
    }
  }

  static boolean isIntact(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer seal = ByteBuffer.allocate(Integer.BYTES);
      return channel.size() >= HEADER_BYTES
          && channel.read(seal, AT) == Integer.BYTES
          && seal.getInt(0) == sum(file);
    }
  }

  private static int sum(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (fill(channel, chunk.clear())) {
        if (channel.position() == chunk.limit()) {
          chunk.putInt(AT, 0);
        }
        sum.update(chunk);
      }
    }
    return (int) sum.getValue();
  }

  private static boolean fill(FileChannel channel, ByteBuffer chunk) throws IOException {
    while (chunk.hasRemaining() && channel.read(chunk) >= 0) {
      // A read may bring less than the chunk holds; only the file's end brings nothing.
    }
    chunk.flip();
    return chunk.hasRemaining();
  }
}
