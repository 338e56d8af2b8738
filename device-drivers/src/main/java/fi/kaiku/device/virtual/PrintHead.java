package fi.kaiku.device.virtual;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Head and paper of a virtual printer: puts characters and codes on the paper as dots, and keeps
 * what they say beside the picture. Not thread-safe; the printer's lock guards it.
 */
final class PrintHead {

  /** 1/6 inch at 8 dots a millimetre, the power-on line spacing. */
  static final int LINE_SPACING_DOTS = 34;

  /** From the head to the cutter: what a cut feeds first. */
  private static final int DOTS_TO_CUTTER = 96;

  private record Cell(char character, PrintStyle style) {}

  private final PaperRoll roll;
  private final DotFont font = DotFont.load();
  private final List<Cell> line = new ArrayList<>();
  private int lineDots;
  private DotStrip paper;
  private List<String> texts = new ArrayList<>();
  private List<String> codes = new ArrayList<>();
  private PrintStyle style = PrintStyle.PLAIN;
  private double shift;

  PrintHead(PaperRoll roll) {
    this.roll = roll;
    this.paper = new DotStrip(roll.printableDots());
  }

  /** ESC @: what is not yet on paper is forgotten, and all modes with it. */
  void initialise() {
    line.clear();
    lineDots = 0;
    style = PrintStyle.PLAIN;
    shift = 0;
  }

  void style(PrintStyle next) {
    style = next;
  }

  PrintStyle style() {
    return style;
  }

  /** Where the line stands: 0 left, 0.5 centred, 1 right. */
  void align(double share) {
    shift = share;
  }

  void character(char c) {
    int width = DotFont.WIDTH * style.width();
    if (lineDots + width > roll.printableDots()) {
      lineFeed();
    }
    line.add(new Cell(c, style));
    lineDots += width;
  }

  /** Prints the line and moves the paper on, by more where characters are taller. */
  void lineFeed() {
    int tallest =
        line.stream().mapToInt(cell -> cell.style().height() * DotFont.HEIGHT).max().orElse(0);
    int top = paper.height();
    paper.feed(Math.max(LINE_SPACING_DOTS, tallest));
    int x = start(lineDots);
    StringBuilder text = new StringBuilder();
    for (Cell cell : line) {
      draw(cell, x, top + tallest);
      x += DotFont.WIDTH * cell.style().width();
      text.append(cell.character());
    }
    texts.add(text.toString());
    line.clear();
    lineDots = 0;
  }

  void feedDots(int dots) {
    if (!line.isEmpty()) {
      lineFeed();
    }
    paper.feed(dots);
  }

  void feedLines(int lines) {
    if (!line.isEmpty()) {
      lineFeed();
    }
    for (int i = 0; i < lines; i++) {
      lineFeed();
    }
  }

  private int start(int dots) {
    return (int) ((roll.printableDots() - dots) * shift);
  }

  private void draw(Cell cell, int left, int baseline) {
    PrintStyle look = cell.style();
    int top = baseline - DotFont.HEIGHT * look.height();
    short[] rows = font.rows(cell.character());
    for (int y = 0; y < DotFont.HEIGHT * look.height(); y++) {
      int row = struck(rows[y / look.height()], look.stroke());
      for (int x = 0; x < DotFont.WIDTH * look.width(); x++) {
        if ((row >> (DotFont.WIDTH - 1 - x / look.width()) & 1) != 0) {
          paper.burn(left + x, top + y);
        }
      }
    }
  }

  /** Bold is struck twice, a dot apart, as printers do. */
  private static int struck(int row, PrintStyle.Stroke stroke) {
    return switch (stroke) {
      case REGULAR -> row;
      case BOLD -> row | row >> 1;
    };
  }

  /** A QR code of level M; one that is wider than the paper is not printed at all, as on Epsons. */
  void qrCode(String data, int moduleDots) {
    ByteMatrix modules;
    try {
      modules = Encoder.encode(data, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException tooLong) {
      return;
    }
    int size = modules.getWidth() * moduleDots;
    if (size > roll.printableDots()) {
      return;
    }
    int left = start(size);
    int top = paper.height();
    paper.feed(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (modules.get(x / moduleDots, y / moduleDots) != 0) {
          paper.burn(left + x, top + y);
        }
      }
    }
    codes.add(data);
  }

  /** Rows of dots, eight to a byte, as GS v 0 brings them. */
  void raster(byte[] rows, int offset, int bytesAcross, int height) {
    int left = start(bytesAcross * 8);
    int top = paper.height();
    paper.feed(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < bytesAcross * 8; x++) {
        if ((rows[offset + y * bytesAcross + x / 8] & 0x80 >> x % 8) != 0) {
          paper.burn(left + x, top + y);
        }
      }
    }
  }

  /** What is on the paper now, cut or not. */
  PrintedPaper paper() {
    return new PrintedPaper(roll, paper.copy(), List.copyOf(texts), List.copyOf(codes));
  }

  int printedDots() {
    return paper.height();
  }

  /** Feeds to the cutter and cuts. */
  PrintedPaper cut() {
    feedDots(DOTS_TO_CUTTER);
    PrintedPaper cutOff = new PrintedPaper(roll, paper, List.copyOf(texts), List.copyOf(codes));
    paper = new DotStrip(roll.printableDots());
    texts = new ArrayList<>();
    codes = new ArrayList<>();
    return cutOff;
  }
}
