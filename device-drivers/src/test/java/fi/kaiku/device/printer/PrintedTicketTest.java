package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.PrintedPaper;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a receipt to the picture of the paper, over the shipped driver and virtual printer. */
class PrintedTicketTest {

  @ParameterizedTest
  @CsvSource({"generic-80mm, MM_80", "generic-58mm, MM_58", "epson-tm-t88iv, MM_80"})
  void theCodeOnThePictureIsReadByZxing(String profile, PaperRoll roll) throws Exception {
    assertThat(readWithZxing(print(profile, roll).png())).isEqualTo(SampleReceipts.TICKET_NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"generic-80mm, MM_80", "generic-58mm, MM_58", "epson-tm-t88iv, MM_80"})
  void theCodeOnThePictureIsReadByAProgramThatWeDidNotWrite(String profile, PaperRoll roll)
      throws Exception {
    Path picture = Path.of("target", "ticket-" + profile + ".png");
    Files.write(picture, print(profile, roll).png());
    boolean installed = Files.isExecutable(Path.of("/usr/bin/zbarimg"));
    if (System.getenv("CI") != null) {
      assertThat(installed).as("zbarimg, of the package zbar-tools, is installed").isTrue();
    }
    assumeTrue(installed, "zbarimg is not installed: apt-get install zbar-tools");

    Process zbar =
        new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(read.strip()).isEqualTo(SampleReceipts.TICKET_NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"generic-80mm, MM_80, 48", "generic-58mm, MM_58, 32", "epson-tm-t88iv, MM_80, 42"})
  void theTextIsOnThePaperAsItWasMeant(String profile, PaperRoll roll, int columns)
      throws Exception {
    PrintedPaper paper = print(profile, roll);

    assertThat(paper.lines())
        .contains("Espoon kulttuurikeskus", "ma 23.11.2026 klo 19.00", "─".repeat(columns))
        .anyMatch(line -> line.startsWith("Äänien yö -"))
        .anyMatch(line -> line.startsWith("Palvelumaksu") && line.endsWith("2,50 €"))
        .allMatch(line -> line.length() <= columns);
  }

  private static PrintedPaper print(String profile, PaperRoll roll) throws Exception {
    VirtualPrinter virtual = new VirtualPrinter(roll);
    try (ReceiptPrinter printer =
        new EscPosPrinter(
            new DeviceName("tickets"),
            virtual::open,
            PrinterProfile.named(profile),
            InstantSource.system())) {
      printer.start(state -> {});
      assertThat(printer.print(SampleReceipts.ticket())).isEqualTo(new Confirmed());
    }
    return virtual.tickets().isEmpty() ? virtual.uncut() : virtual.tickets().getFirst();
  }

  /** On white, as a browser shows the transparent ground. */
  private static String readWithZxing(byte[] png) throws Exception {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(picture, 0, 0, Color.WHITE, null);
    int[] pixels = opaque.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
