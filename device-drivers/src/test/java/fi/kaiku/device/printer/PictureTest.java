package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.printer.PrinterProfile.Drawer;
import fi.kaiku.device.printer.PrinterProfile.Mechanics;
import fi.kaiku.device.printer.ReceiptLine.OpenDrawer;
import fi.kaiku.device.printer.ReceiptLine.Picture;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logos, codes sent as pictures, and the cash drawer. */
class PictureTest {
  private static final PrinterProfile WIDE = PrinterProfile.named("generic-80mm");

  @ParameterizedTest
  @CsvSource({
    "10 04, 11 04",
    "10 05, 11 05",
    "10 14, 11 14",
    "10 06, 10 06",
    "10 10 04, 10 11 04",
    "04 10, 04 10",
    "10 04 10 04, 11 04 11 04",
  })
  void dotsThatWouldBeACommandAreChangedByOne(String dots, String safe) {
    assertThat(RasterGuard.guarded(hex(dots))).isEqualTo(hex(safe));
  }

  @RepeatedTest(50)
  void noPictureAnswersOrKicksADrawer(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    DotPicture picture = new DotPicture(576, 60);
    int[] few = {0x10, 0x04, 0x05, 0x14};
    for (int y = 0; y < 60; y++) {
      for (int column = 0; column < 72; column++) {
        int bits = few[random.nextInt(few.length)];
        for (int bit = 0; bit < 8; bit++) {
          if ((bits & 0x80 >> bit) != 0) {
            picture.blacken(column * 8 + bit, y);
          }
        }
      }
    }
    VirtualPrinter printer = new VirtualPrinter(PaperRoll.MM_80);
    try (BytePort port = printer.open()) {
      port.write(encode(WIDE, new Picture(picture)), TestPrinters.LIMIT);
      assertThat(port.read(new byte[10], Duration.ZERO)).isZero();
    }
    assertThat(printer.tickets()).hasSize(1);
  }

  @Test
  void aPictureIsSentInSlicesThatAreShortEnoughToPad() throws Exception {
    DotPicture picture = new DotPicture(576, 60);
    String sent = HexFormat.of().withUpperCase().formatHex(encode(WIDE, new Picture(picture)));

    // 28 rows of 72 bytes are 2016; then the rest, and the code page again.
    assertThat(sent)
        .contains("1D763000" + "48001C00" + "00".repeat(2016) + "1D763000" + "48001C00")
        .contains("1D763000" + "48000400" + "00".repeat(288) + "1B7413");
  }

  @Test
  void aPictureWiderThanThePaperIsRefused() {
    assertThatThrownBy(() -> encode(WIDE, new Picture(new DotPicture(584, 1))))
        .isInstanceOf(UnprintableException.class)
        .hasMessageContaining("584 dots");
  }

  @Test
  void aLogoIsMadeSmallerAndItsGreysAreScattered() throws Exception {
    DotPicture logo = DotPicture.read(new ByteArrayInputStream(gradient(1200, 200)), 576);

    assertThat(logo.width()).isEqualTo(576);
    assertThat(logo.height()).isEqualTo(96);
    assertThat(blackShare(logo, 0, 9)).isGreaterThan(0.8);
    assertThat(blackShare(logo, 31, 41)).isBetween(0.4, 0.6);
    assertThat(blackShare(logo, 63, 72)).isLessThan(0.2);
  }

  @Test
  void whatIsNoPictureOrFarTooLargeIsRefused() throws Exception {
    assertThatThrownBy(() -> DotPicture.read(new ByteArrayInputStream(new byte[100]), 576))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a picture");
    byte[] tall = gradient(100, 1000);
    assertThatThrownBy(() -> DotPicture.read(new ByteArrayInputStream(tall), 576))
        .hasMessageContaining("1000 rows");
  }

  @ParameterizedTest
  @CsvSource({"NONE, ''", "PIN_2, 1B700019FA", "PIN_5, 1B700119FA"})
  void theDrawerIsKickedByItsPin(Drawer drawer, String kick) throws Exception {
    PrinterProfile profile =
        new PrinterProfile(
            "drawer",
            WIDE.paper(),
            WIDE.textPage(),
            new Mechanics(WIDE.mechanics().cutter(), drawer),
            WIDE.abilities(),
            WIDE.marks());
    String sent = HexFormat.of().withUpperCase().formatHex(encode(profile, new OpenDrawer()));

    assertThat(sent).isEqualTo("1B401C2E1B52001B7413" + kick + "1B61001D21001B45001D564200");
  }

  private static double blackShare(DotPicture picture, int firstByte, int lastByte) {
    byte[] rows = picture.rows(0, picture.height());
    int stride = picture.width() / 8;
    int black = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i % stride >= firstByte && i % stride < lastByte) {
        black += Integer.bitCount(rows[i] & 0xFF);
      }
    }
    return black / (8.0 * (lastByte - firstByte) * picture.height());
  }

  /** Black at the left, white at the right. */
  private static byte[] gradient(int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.BLACK, width, 0, Color.WHITE));
    pen.fillRect(0, 0, width, height);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  private static byte[] encode(PrinterProfile profile, ReceiptLine line)
      throws UnprintableException {
    return EscPosEncoder.encode(new Receipt(List.of(line)), profile);
  }

  private static byte[] hex(String spaced) {
    return HexFormat.of().parseHex(spaced.replace(" ", ""));
  }
}
