package fi.kaiku.device.virtual;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Cuts a stream of ESC/POS into commands, whatever the chunking; a printable byte is a command of
 * its own. Lengths are those of Epson's ESC/POS command reference.
 */
final class CommandReader {
  private static final int UNKNOWN_YET = -1;
  private static final int DLE = 0x10;
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;

  private final Consumer<byte[]> commands;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private int needed = UNKNOWN_YET;

  CommandReader(Consumer<byte[]> commands) {
    this.commands = commands;
  }

  void accept(byte b) {
    gathered.write(b);
    if (needed == UNKNOWN_YET) {
      needed = length(gathered.toByteArray());
    }
    if (needed == gathered.size()) {
      byte[] command = gathered.toByteArray();
      reset();
      commands.accept(command);
    }
  }

  /** Forgets a command that has only half arrived, as after switching off. */
  void reset() {
    gathered.reset();
    needed = UNKNOWN_YET;
  }

  /** The length of the command that starts so, or unknown while more bytes decide it. */
  private static int length(byte[] c) {
    int first = c[0] & 0xFF;
    if (first != DLE && first != ESC && first != FS && first != GS) {
      return 1;
    }
    if (c.length < 2) {
      return UNKNOWN_YET;
    }
    return switch (first) {
      case DLE -> realTime(c);
      case ESC -> escape(c);
      case FS ->
          switch (c[1]) {
            case '.', '&' -> 2;
            case 'p' -> 4;
            default -> 3;
          };
      default -> group(c);
    };
  }

  private static int realTime(byte[] c) {
    return switch (c[1]) {
      case 0x04, 0x05 -> 3;
      case 0x14 -> c.length < 3 ? UNKNOWN_YET : c[2] == 8 ? 10 : 5;
      default -> 2;
    };
  }

  private static int escape(byte[] c) {
    return switch (c[1]) {
      case '@', '2', '<', 'i', 'm' -> 2;
      case '$', '\\', 'c' -> 4;
      case 'p' -> 5;
      case 'W' -> 10;
      case '*' -> c.length < 5 ? UNKNOWN_YET : 5 + word(c, 3) * (c[2] > 1 ? 3 : 1);
      case 'D' -> c[c.length - 1] == 0 ? c.length : UNKNOWN_YET;
      default -> 3;
    };
  }

  private static int group(byte[] c) {
    return switch (c[1]) {
      case '(' -> c.length < 5 ? UNKNOWN_YET : 5 + word(c, 3);
      case '8' -> c.length < 7 ? UNKNOWN_YET : 7 + word(c, 3) + (word(c, 5) << 16);
      case 'v' -> c.length < 8 ? UNKNOWN_YET : 8 + word(c, 4) * word(c, 6);
      case 'k' -> barCode(c);
      case 'V' -> c.length < 3 ? UNKNOWN_YET : c[2] >= 'A' ? 4 : 3;
      case 'L', 'W', 'P', '$', '\\' -> 4;
      default -> 3;
    };
  }

  /** Old form: ends with NUL. New form: counted. */
  private static int barCode(byte[] c) {
    if (c.length < 4) {
      return UNKNOWN_YET;
    }
    if (c[2] >= 'A') {
      return 4 + (c[3] & 0xFF);
    }
    return c[c.length - 1] == 0 ? c.length : UNKNOWN_YET;
  }

  private static int word(byte[] c, int at) {
    return (c[at] & 0xFF) | (c[at + 1] & 0xFF) << 8;
  }
}
