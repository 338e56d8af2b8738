package fi.kaiku.terminal.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * {@code journal.mark}, beside the journal and in no backup of it: how far this terminal's journal
 * has come. A journal that is behind its mark, or of another origin, was put back from a backup.
 *
 * <p>28 bytes: origin (16), rows (8), CRC-32 of both (4). Written in place after each commit, so
 * that a crash finds the journal at its mark or past it, never before; forced to disk before a
 * claimed ticket goes to a printer. A mark that can't be written is emptied, one that can't be read
 * counts as none: then the clerk is asked about tickets that perhaps never came out, and nothing is
 * printed twice. Used by one thread at a time.
 */
final class JournalMark implements AutoCloseable {
  private static final int CHECKED_BYTES = 3 * Long.BYTES;
  private static final int BYTES = CHECKED_BYTES + Integer.BYTES;

  private static final System.Logger LOG = System.getLogger(JournalMark.class.getName());

  private final FileChannel file;
  private boolean isTroubled;

  private JournalMark(FileChannel file) {
    this.file = file;
  }

  static JournalMark open(Path path) throws IOException {
    return new JournalMark(
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Empty when there is none that can be believed. */
  Optional<JournalExtent> read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {}
    if (bytes.hasRemaining() || bytes.getInt(CHECKED_BYTES) != checksum(bytes)) {
      return Optional.empty();
    }
    UUID origin = new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES));
    return Optional.of(new JournalExtent(origin, bytes.getLong(2 * Long.BYTES)));
  }

  /** To be called after the commit: a mark must never be ahead of its journal. */
  void note(JournalExtent reached) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    bytes.putLong(reached.origin().getMostSignificantBits());
    bytes.putLong(reached.origin().getLeastSignificantBits());
    bytes.putLong(reached.rows());
    bytes.putInt(checksum(bytes)).flip();
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes, bytes.position());
      }
      isTroubled = false;
    } catch (IOException e) {
      distrust(e);
    }
  }

  /** Makes what was noted outlast a power cut. */
  void force() {
    try {
      file.force(false);
    } catch (IOException e) {
      distrust(e);
    }
  }

  private static int checksum(ByteBuffer mark) {
    CRC32 crc = new CRC32();
    crc.update(mark.slice(0, CHECKED_BYTES));
    return (int) crc.getValue();
  }

  private void distrust(IOException cause) {
    if (!isTroubled) {
      LOG.log(Level.WARNING, "journal.mark can not be written, it is emptied", cause);
    }
    isTroubled = true;
    try {
      file.truncate(0);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "journal.mark can not be emptied", e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
