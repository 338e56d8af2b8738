package fi.kaiku.device.printer;

import fi.kaiku.device.printer.PrinterProfile.Cutter;
import fi.kaiku.device.printer.PrinterProfile.Drawer;
import fi.kaiku.device.printer.PrinterProfile.TextPage;
import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import java.io.ByteArrayOutputStream;

/** ESC/POS commands, one method each, gathered into bytes (Epson's ESC/POS command reference). */
final class EscPosBytes {

  /** More rows in one GS v 0 overrun the buffers of small printers. */
  private static final int MOST_ROWS_A_SLICE = 255;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  byte[] toArray() {
    return out.toByteArray();
  }

  /**
   * ESC @, then what it may leave wrong: FS . ends the Kanji mode that clones boot in, ESC R 0
   * keeps {@code [\]} from turning into Ä Ö Å, ESC t selects the page.
   */
  EscPosBytes initialise(TextPage page) {
    return add(0x1B, '@').add(0x1C, '.').add(0x1B, 'R', 0).add(0x1B, 't', page.number());
  }

  /** ESC a; works at the start of a line only. */
  EscPosBytes align(Align align) {
    return add(
        0x1B,
        'a',
        switch (align) {
          case LEFT -> 0;
          case CENTRE -> 1;
          case RIGHT -> 2;
        });
  }

  /** GS !: the high half is the width less one, the low half the height less one. */
  EscPosBytes size(Size size) {
    return add(
        0x1D,
        '!',
        switch (size) {
          case NORMAL -> 0x00;
          case TALL -> 0x01;
          case LARGE -> 0x11;
        });
  }

  /** ESC E. */
  EscPosBytes weight(Weight weight) {
    return add(
        0x1B,
        'E',
        switch (weight) {
          case REGULAR -> 0;
          case BOLD -> 1;
        });
  }

  EscPosBytes line(byte[] text) {
    out.writeBytes(text);
    return add('\n');
  }

  /** ESC d: prints and feeds so many lines. */
  EscPosBytes feed(int lines) {
    return add(0x1B, 'd', lines);
  }

  /** ESC J: prints and feeds so many dots. */
  EscPosBytes feedDots(int dots) {
    return add(0x1B, 'J', dots);
  }

  /** GS ( k, functions 165, 167, 169, 180, 181: QR code model 2, error correction M. */
  EscPosBytes qrCode(byte[] data, int moduleDots) {
    add(0x1D, '(', 'k', 4, 0, '1', 'A', '2', 0);
    add(0x1D, '(', 'k', 3, 0, '1', 'C', moduleDots);
    add(0x1D, '(', 'k', 3, 0, '1', 'E', '1');
    int length = data.length + 3;
    add(0x1D, '(', 'k', length & 0xFF, length >> 8, '1', 'P', '0');
    out.writeBytes(data);
    return add(0x1D, '(', 'k', 3, 0, '1', 'Q', '0');
  }

  /**
   * GS v 0: rows of dots, guarded against real-time commands, in slices short enough to be padded
   * after a break. Ends with the code page again, which some clones forget over a picture.
   */
  EscPosBytes picture(DotPicture picture, int longestSlice, TextPage page) {
    int stride = picture.width() / 8;
    int rows = Math.clamp(longestSlice / stride, 1, MOST_ROWS_A_SLICE);
    for (int y = 0; y < picture.height(); y += rows) {
      int count = Math.min(rows, picture.height() - y);
      add(0x1D, 'v', '0', 0, stride & 0xFF, stride >> 8, count, 0);
      out.writeBytes(RasterGuard.guarded(picture.rows(y, count)));
    }
    return add(0x1B, 't', page.number());
  }

  /** ESC p: a pulse of 50 ms, and 500 ms of rest, for the solenoid of a cash drawer. */
  EscPosBytes openDrawer(Drawer drawer) {
    return switch (drawer) {
      case NONE -> this;
      case PIN_2 -> add(0x1B, 'p', 0, 25, 250);
      case PIN_5 -> add(0x1B, 'p', 1, 25, 250);
    };
  }

  /** GS I 67: asks for the name of the model. */
  EscPosBytes modelName() {
    return add(0x1D, 'I', 67);
  }

  /** GS V 65/66: feeds to the cutter and cuts. */
  EscPosBytes cut(Cutter cutter) {
    return switch (cutter) {
      case NONE -> this;
      case PARTIAL -> add(0x1D, 'V', 66, 0);
      case FULL -> add(0x1D, 'V', 65, 0);
    };
  }

  /** GS a: pushes its status when online, error, paper or drawer changes, and once now. */
  EscPosBytes automaticStatus() {
    return add(0x1D, 'a', 0x0F);
  }

  /** GS r 1: answers with the paper sensor once the data before it is processed. */
  EscPosBytes barrier() {
    return add(0x1D, 'r', 1);
  }

  /** GS ( H function 48: answers with the same id once the data before it is printed. */
  EscPosBytes processId(String id) {
    add(0x1D, '(', 'H', 6, 0, '0', '0');
    id.chars().forEach(out::write);
    return this;
  }

  /** NUL is nothing to a printer that waits for a command, and ends one that was cut off. */
  EscPosBytes nulls(int count) {
    out.writeBytes(new byte[count]);
    return this;
  }

  private EscPosBytes add(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }
}
