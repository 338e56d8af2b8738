package fi.kaiku.terminal;

import fi.kaiku.terminal.disk.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * This terminal's own id, which its uses carry upstream (R22): a venue may have several terminals.
 * Made at the first start and kept beside the journal, with which it is moved and restored.
 */
final class TerminalId {
  private TerminalId() {}

  /**
   * The id that stands in the file, or a new one.
   *
   * @throws IOException when the file can't be read or written, or holds something else
   */
  static String readOrMake(Path file, Supplier<UUID> ids) throws IOException {
    if (Files.notExists(file)) {
      DurableFile.write(file, ids.get().toString().getBytes(StandardCharsets.US_ASCII));
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      throw new IOException("the terminal's id can't be read: " + file + " holds no UUID", e);
    }
  }
}
