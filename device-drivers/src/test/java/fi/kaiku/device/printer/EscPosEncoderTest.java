package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.printer.PrinterProfile.Cutter;
import fi.kaiku.device.printer.PrinterProfile.Drawer;
import fi.kaiku.device.printer.PrinterProfile.Mechanics;
import fi.kaiku.device.printer.PrinterProfile.Paper;
import fi.kaiku.device.printer.PrinterProfile.TextPage;
import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Feed;
import fi.kaiku.device.printer.ReceiptLine.Pair;
import fi.kaiku.device.printer.ReceiptLine.QrCode;
import fi.kaiku.device.printer.ReceiptLine.Rule;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as Epson's ESC/POS command reference has them. */
class EscPosEncoderTest {
  private static final PrinterProfile WIDE = PrinterProfile.named("generic-80mm");
  private static final PrinterProfile NARROW = PrinterProfile.named("generic-58mm");
  private static final String START = "1B40 1C2E 1B5200 1B7413 ";
  private static final String PLAIN = "1B6100 1D2100 1B4500 ";
  private static final String CUT = PLAIN + "1D564200";

  @Test
  void aJobBeginsCleanAndEndsWithACut() throws Exception {
    assertThat(encode(WIDE)).isEqualTo(hex(START + CUT));
  }

  @Test
  void withoutACutterThePaperIsFedToTheTearBar() throws Exception {
    assertThat(encode(NARROW)).isEqualTo(hex(START + PLAIN + "1B6405"));
  }

  @Test
  void aFullCutIsAnotherByte() throws Exception {
    PrinterProfile full =
        new PrinterProfile(
            "full",
            WIDE.paper(),
            WIDE.textPage(),
            new Mechanics(Cutter.FULL, Drawer.NONE),
            WIDE.abilities(),
            WIDE.marks());
    assertThat(encode(full)).isEqualTo(hex(START + PLAIN + "1D564100"));
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, REGULAR, LEFT,   1B6100 1D2100 1B4500",
    "TALL,   BOLD,    CENTRE, 1B6101 1D2101 1B4501",
    "LARGE,  BOLD,    RIGHT,  1B6102 1D2111 1B4501",
  })
  void sizeWeightAndAlignmentAreSetBeforeTheText(
      Size size, Weight weight, Align align, String style) throws Exception {
    assertThat(encode(WIDE, SampleReceipts.text("A", size, weight, align)))
        .isEqualTo(hex(START + style + "41 0A" + CUT));
  }

  @Test
  void nordicLettersAndTheEuroAreThoseOfPage858() throws Exception {
    assertThat(encode(WIDE, plain("åäöÅÄÖ€é")))
        .isEqualTo(hex(START + PLAIN + "86 84 94 8F 8E 99 D5 82 0A" + CUT));
  }

  @ParameterizedTest
  @CsvSource({"PC850, 2, 86 45 55 52", "WPC1252, 16, E5 80", "ISO8859_15, 40, E5 A4"})
  void theProfileChoosesTheCharacters(CodePage page, int number, String text) throws Exception {
    PrinterProfile profile =
        new PrinterProfile(
            "page",
            WIDE.paper(),
            new TextPage(page, number),
            WIDE.mechanics(),
            WIDE.abilities(),
            WIDE.marks());
    String select = "1B40 1C2E 1B5200 1B74" + HexFormat.of().toHexDigits((byte) number);
    assertThat(encode(profile, plain("å€"))).isEqualTo(hex(select + PLAIN + text + "0A" + CUT));
  }

  @Test
  void largeTextWrapsAtHalfTheColumns() throws Exception {
    String printed =
        new String(
            encode(
                NARROW,
                SampleReceipts.text("sana sana sana sana", Size.LARGE, Weight.REGULAR, Align.LEFT)),
            StandardCharsets.ISO_8859_1);
    assertThat(printed).contains("sana sana sana\nsana\n");
  }

  @Test
  void aPairFillsTheLine() throws Exception {
    String printed =
        new String(
            encode(NARROW, new Pair("Aikuinen", "2 kpl", Weight.REGULAR)),
            StandardCharsets.ISO_8859_1);
    assertThat(printed).contains("Aikuinen" + " ".repeat(32 - 13) + "2 kpl\n");
  }

  @Test
  void aRuleIsALineAcrossThePaper() throws Exception {
    assertThat(encode(NARROW, new Rule()))
        .isEqualTo(hex(START + PLAIN + "C4".repeat(32) + "0A" + PLAIN + "1B6405"));
  }

  @Test
  void emptyLinesAreFed() throws Exception {
    assertThat(encode(WIDE, new Feed(3))).isEqualTo(hex(START + PLAIN + "1B6403" + CUT));
  }

  @Test
  void aQrCodeIsModel2LevelMWithModulesForThePaperAndAQuietZone() throws Exception {
    // 21 modules: 40% of 576 dots / 21 is 10, of which this model draws 8 at most.
    assertThat(encode(WIDE, new QrCode("KAIKU")))
        .isEqualTo(
            hex(
                START
                    + "1B6101 1D2100 1B4500 1B4A20"
                    + "1D286B0400 31413200 1D286B0300 314308 1D286B0300 314531"
                    + "1D286B0800 315030 4B41494B55 1D286B0300 315130 1B4A20"
                    + CUT));
  }

  @Test
  void aQrCodeOnNarrowPaperIsSmaller() throws Exception {
    // 40% of 384 dots / 21 modules.
    assertThat(HexFormat.of().withUpperCase().formatHex(encode(NARROW, new QrCode("KAIKU"))))
        .contains("1D286B0300314307");
  }

  @Test
  void aQrCodeThatCanNeverBePrintedIsRefused() {
    assertThatThrownBy(() -> encode(WIDE, new QrCode("x".repeat(513))))
        .isInstanceOf(UnprintableException.class)
        .hasMessageContaining("513 bytes");
    PrinterProfile tiny =
        new PrinterProfile(
            "tiny",
            new Paper(64, 5),
            WIDE.textPage(),
            WIDE.mechanics(),
            WIDE.abilities(),
            WIDE.marks());
    assertThatThrownBy(() -> encode(tiny, new QrCode("KAIKU")))
        .isInstanceOf(UnprintableException.class)
        .hasMessageContaining("64 dots");
  }

  @Test
  void controlCharactersNeverReachThePrinter() {
    assertThatThrownBy(() -> plain("a\u001B@b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pair("a", "\n", Weight.REGULAR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ReceiptLine plain(String words) {
    return SampleReceipts.text(words, Size.NORMAL, Weight.REGULAR, Align.LEFT);
  }

  private static byte[] encode(PrinterProfile profile, ReceiptLine... lines)
      throws UnprintableException {
    return EscPosEncoder.encode(new Receipt(List.of(lines)), profile);
  }

  private static byte[] hex(String spaced) {
    return HexFormat.of().parseHex(spaced.replace(" ", ""));
  }
}
