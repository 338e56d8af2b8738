package fi.kaiku.device.printer;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import fi.kaiku.device.printer.PrinterProfile.Cutter;
import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Feed;
import fi.kaiku.device.printer.ReceiptLine.OpenDrawer;
import fi.kaiku.device.printer.ReceiptLine.Pair;
import fi.kaiku.device.printer.ReceiptLine.Picture;
import fi.kaiku.device.printer.ReceiptLine.QrCode;
import fi.kaiku.device.printer.ReceiptLine.Rule;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Text;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Turns a receipt into the bytes of one model. Pure; one for each job or caller, not shared between
 * threads.
 */
final class EscPosEncoder {

  /** No command that leaves here is longer: what has to be padded after one was cut off. */
  static final int LONGEST_COMMAND_BYTES = 2048;

  /** The bytes of a picture in one command; its head takes eight more. */
  private static final int PICTURE_SLICE_BYTES = LONGEST_COMMAND_BYTES - 8;

  /** More than any ticket number; keeps the command and the code small enough to read. */
  static final int MOST_QR_BYTES = 512;

  /** Below 0.375 mm a module, phones and cheap readers fail. */
  private static final int LEAST_MODULE_DOTS = 3;

  /** A code takes at most this part of the paper's width; the rest is text and quiet zone. */
  private static final double QR_SHARE = 0.4;

  /** The empty modules that a reader needs on both sides together (ISO/IEC 18004: 4 each). */
  private static final int QUIET_MODULES = 8;

  /** To find it takes most of the time of a whole ticket: only where we draw the code ourselves. */
  private static final Map<EncodeHintType, ?> BEST_MASK = Map.of();

  /** Enough to know how wide the code will be. */
  private static final Map<EncodeHintType, ?> ANY_MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, 0);

  /** From the print line to the tear bar, for printers without a cutter. */
  private static final int LINES_TO_TEAR_BAR = 5;

  private final PrinterProfile profile;
  private final PageText text;
  private final EscPosBytes out = new EscPosBytes();

  private EscPosEncoder(PrinterProfile profile) {
    this.profile = profile;
    this.text = new PageText(profile.textPage().page());
  }

  /**
   * The bytes that print the receipt and cut it off.
   *
   * @throws UnprintableException when this model can't print it, however often it is tried
   */
  static byte[] encode(Receipt receipt, PrinterProfile profile) throws UnprintableException {
    EscPosEncoder encoder = new EscPosEncoder(profile);
    encoder.out.initialise(profile.textPage());
    for (ReceiptLine line : receipt.lines()) {
      encoder.add(line);
    }
    encoder.end();
    return encoder.out.toArray();
  }

  private void add(ReceiptLine line) throws UnprintableException {
    switch (line) {
      case Text(String words, Size size, Weight weight, Align align) -> {
        style(size, weight, align);
        print(LineWrap.wrap(text.fit(words), columns(size)));
      }
      case Pair(String left, String right, Weight weight) -> {
        style(Size.NORMAL, weight, Align.LEFT);
        print(PairLines.of(text.fit(left), text.fit(right), columns(Size.NORMAL)));
      }
      case QrCode(String data) -> qrCode(data);
      case Picture(DotPicture picture) -> picture(picture);
      case OpenDrawer() -> out.openDrawer(profile.mechanics().drawer());
      case Rule() -> {
        style(Size.NORMAL, Weight.REGULAR, Align.LEFT);
        print(List.of(text.fit("─").repeat(columns(Size.NORMAL))));
      }
      case Feed(int lines) -> {
        style(Size.NORMAL, Weight.REGULAR, Align.LEFT);
        out.feed(lines);
      }
    }
  }

  private void style(Size size, Weight weight, Align align) {
    out.align(align).size(size).weight(weight);
  }

  private void print(List<String> lines) {
    lines.forEach(line -> out.line(text.bytes(line)));
  }

  private int columns(Size size) {
    int columns = profile.paper().columns();
    return switch (size) {
      case NORMAL, TALL -> columns;
      case LARGE -> columns / 2;
    };
  }

  private void qrCode(String data) throws UnprintableException {
    byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_QR_BYTES) {
      throw new UnprintableException(
          "a QR code of " + bytes.length + " bytes: at most " + MOST_QR_BYTES + " can be printed");
    }
    int module = moduleDots(modules(data, ANY_MASK).getWidth());
    int quiet = QUIET_MODULES / 2 * module;
    style(Size.NORMAL, Weight.REGULAR, Align.CENTRE);
    out.feedDots(quiet);
    switch (profile.abilities().qr().by()) {
      case COMMAND -> out.qrCode(bytes, module);
      case RASTER -> {
        DotPicture drawn = drawn(modules(data, BEST_MASK), module);
        out.picture(drawn, PICTURE_SLICE_BYTES, profile.textPage());
      }
    }
    out.feedDots(quiet);
  }

  private int moduleDots(int modules) throws UnprintableException {
    int dots = profile.paper().dots();
    int wished = Math.max((int) (dots * QR_SHARE) / modules, LEAST_MODULE_DOTS);
    int chosen = Math.min(wished, profile.abilities().qr().moduleDots());
    if (chosen * (modules + QUIET_MODULES) > dots) {
      throw new UnprintableException(
          "a QR code of " + modules + " modules does not fit on paper of " + dots + " dots");
    }
    return chosen;
  }

  private static ByteMatrix modules(String data, Map<EncodeHintType, ?> hints)
      throws UnprintableException {
    try {
      return Encoder.encode(data, ErrorCorrectionLevel.M, hints).getMatrix();
    } catch (WriterException tooLong) {
      throw new UnprintableException("not a QR code: " + tooLong.getMessage());
    }
  }

  private static DotPicture drawn(ByteMatrix modules, int moduleDots) {
    int size = modules.getWidth() * moduleDots;
    DotPicture picture = new DotPicture(size, size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (modules.get(x / moduleDots, y / moduleDots) != 0) {
          picture.blacken(x, y);
        }
      }
    }
    return picture;
  }

  private void picture(DotPicture picture) throws UnprintableException {
    if (picture.width() > profile.paper().dots()) {
      throw new UnprintableException(
          "a picture of "
              + picture.width()
              + " dots does not fit on paper of "
              + profile.paper().dots()
              + " dots");
    }
    style(Size.NORMAL, Weight.REGULAR, Align.CENTRE);
    out.picture(picture, PICTURE_SLICE_BYTES, profile.textPage());
  }

  private void end() {
    style(Size.NORMAL, Weight.REGULAR, Align.LEFT);
    Cutter cutter = profile.mechanics().cutter();
    if (cutter == Cutter.NONE) {
      out.feed(LINES_TO_TEAR_BAR);
    } else {
      out.cut(cutter);
    }
  }
}
