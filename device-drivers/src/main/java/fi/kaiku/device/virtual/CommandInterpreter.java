package fi.kaiku.device.virtual;

import fi.kaiku.device.printer.CodePage;
import fi.kaiku.device.virtual.PrintStyle.Stroke;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Carries out ESC/POS commands on a print head. What it does not know it skips whole, as the
 * printers do. Guarded by the printer's lock.
 */
final class CommandInterpreter {

  /** What commands need of the printer around the head. */
  interface Host {
    void reply(byte[] bytes);

    /** The byte that GS r 1 answers with. */
    int paperSensor();

    void automaticStatus(int mask);

    void cutOff(PrintedPaper paper);

    void drawerKicked();
  }

  private final PrintHead head;
  private final Host host;
  private CodePage page = CodePage.PC437;
  private int qrModuleDots = 3;
  private String qrData = "";

  CommandInterpreter(PrintHead head, Host host) {
    this.head = head;
    this.host = host;
  }

  void execute(byte[] c) {
    if (c.length == 1) {
      printable(c[0] & 0xFF);
      return;
    }
    switch (c[0]) {
      case 0x1B -> escape(c);
      case 0x1D -> group(c);
      default -> {
        // FS: Kanji, which is off; DLE: done when it arrived.
      }
    }
  }

  private void printable(int b) {
    if (b == '\n') {
      head.lineFeed();
    } else if (b >= ' ') {
      head.character(new String(new byte[] {(byte) b}, page.charset()).charAt(0));
    }
  }

  private void escape(byte[] c) {
    switch (c[1]) {
      case '@' -> initialise();
      case 'E', 'G' -> head.style(head.style().with(stroke(c[2] & 1)));
      case '!' -> {
        head.style(head.style().with(stroke(c[2] & 0x08)));
        head.style(head.style().sized((c[2] & 0x20) != 0 ? 2 : 1, (c[2] & 0x10) != 0 ? 2 : 1));
      }
      case 'a' -> head.align((c[2] & 3) / 2.0);
      case 'd' -> head.feedLines(c[2] & 0xFF);
      case 'J' -> head.feedDots(c[2] & 0xFF);
      case 't' -> page = page(c[2] & 0xFF);
      case 'p' -> host.drawerKicked();
      case 'i', 'm' -> host.cutOff(head.cut());
      default -> {
        // Modes that change nothing we draw.
      }
    }
  }

  private void initialise() {
    head.initialise();
    page = CodePage.PC437;
    qrModuleDots = 3;
  }

  private static Stroke stroke(int bits) {
    return bits == 0 ? Stroke.REGULAR : Stroke.BOLD;
  }

  /** Epson's numbers. */
  private static CodePage page(int number) {
    return switch (number) {
      case 2 -> CodePage.PC850;
      case 5 -> CodePage.PC865;
      case 16 -> CodePage.WPC1252;
      case 19 -> CodePage.PC858;
      case 40 -> CodePage.ISO8859_15;
      default -> CodePage.PC437;
    };
  }

  private void group(byte[] c) {
    switch (c[1]) {
      case '!' -> head.style(head.style().sized((c[2] >> 4 & 7) + 1, (c[2] & 7) + 1));
      case 'V' -> host.cutOff(head.cut());
      case 'a' -> host.automaticStatus(c[2] & 0xFF);
      case 'r' -> host.reply(new byte[] {(byte) ((c[2] & 1) != 0 ? host.paperSensor() : 0)});
      case 'I' -> host.reply(identity(c[2]));
      case 'v' -> head.raster(c, 8, word(c, 4), word(c, 6));
      case '(' -> function(c);
      default -> {
        // Modes that change nothing we draw.
      }
    }
  }

  private static byte[] identity(int what) {
    return switch (what) {
      case 'B' -> text("_Kaiku\0");
      case 'C' -> text("_Virtual printer\0");
      case 'D' -> text("_0001\0");
      default -> new byte[] {0x20};
    };
  }

  private void function(byte[] c) {
    String name = new String(c, 2, 1, StandardCharsets.US_ASCII);
    String what = HexFormat.of().formatHex(c, 5, Math.min(7, c.length));
    switch (name + what) {
      // GS ( H function 48: the answer means "printed".
      case "H3030" ->
          host.reply(text("7\"" + new String(c, 7, 4, StandardCharsets.ISO_8859_1) + "\0"));
      case "k3143" -> qrModuleDots = c[7];
      case "k3150" ->
          qrData = new String(Arrays.copyOfRange(c, 8, c.length), StandardCharsets.UTF_8);
      case "k3151" -> head.qrCode(qrData, qrModuleDots);
      default -> {
        // Another function: skipped whole.
      }
    }
  }

  private static int word(byte[] c, int at) {
    return (c[at] & 0xFF) | (c[at + 1] & 0xFF) << 8;
  }

  private static byte[] text(String reply) {
    return reply.getBytes(StandardCharsets.ISO_8859_1);
  }
}
