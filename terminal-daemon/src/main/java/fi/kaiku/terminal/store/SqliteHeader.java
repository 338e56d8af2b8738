package fi.kaiku.terminal.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first 100 bytes of a database file (sqlite.org/fileformat2.html, section 1.3). */
final class SqliteHeader {
  /** SQLite's default, which we keep. */
  static final int PAGE_BYTES = 4_096;

  private static final int LENGTH = 100;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE_SIZE_AT = 16;
  private static final int WAL_VERSIONS_AT = 18;
  private static final short WAL_VERSIONS = 0x0202;
  private static final int CHANGE_COUNTER_AT = 24;
  private static final int VALID_FOR_AT = 92;

  private SqliteHeader() {}

  /** Whether the file begins as a journal of ours does. */
  static boolean isSound(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(LENGTH);
      return start.length == LENGTH && isSound(start);
    }
  }

  private static boolean isSound(byte[] start) {
    ByteBuffer header = ByteBuffer.wrap(start);
    return Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && header.getShort(PAGE_SIZE_AT) == PAGE_BYTES
        && header.getShort(WAL_VERSIONS_AT) == WAL_VERSIONS;
  }

  /**
   * Makes SQLite take the number of pages from the file's size: the number in the header counts
   * only while "version valid for" equals the change counter.
   */
  static void distrustPageCount(Path file) throws IOException {
    try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
      if (header.length() < LENGTH) {
        return;
      }
      header.seek(CHANGE_COUNTER_AT);
      int changes = header.readInt();
      header.seek(VALID_FOR_AT);
      header.writeInt(~changes);
    }
  }
}
