package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.printer.ReceiptLine.Align;
import fi.kaiku.device.printer.ReceiptLine.Feed;
import fi.kaiku.device.printer.ReceiptLine.Pair;
import fi.kaiku.device.printer.ReceiptLine.QrCode;
import fi.kaiku.device.printer.ReceiptLine.Rule;
import fi.kaiku.device.printer.ReceiptLine.Size;
import fi.kaiku.device.printer.ReceiptLine.Text;
import fi.kaiku.device.printer.ReceiptLine.Weight;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.PrintedPaper;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every receipt. */
class EscPosEncoderProperties {

  @Property(tries = 300)
  void allWordsComeOutOnThePaperAndNoLineIsTooLong(
      @ForAll("receipts") Receipt receipt, @ForAll("profiles") PrinterProfile profile)
      throws Exception {
    PrintedPaper paper = print(EscPosEncoder.encode(receipt, profile), 1 << 20);

    assertThat(paper.lines()).allMatch(line -> line.length() <= profile.paper().columns());
    assertThat(letters(String.join("", paper.lines())))
        .isEqualTo(letters(expected(receipt, profile)));
    assertThat(paper.codes())
        .hasSize((int) receipt.lines().stream().filter(QrCode.class::isInstance).count());
  }

  @Property(tries = 200)
  void anyChunkingPrintsTheSame(
      @ForAll("receipts") Receipt receipt, @ForAll @IntRange(min = 1, max = 40) int chunk)
      throws Exception {
    byte[] job = EscPosEncoder.encode(receipt, PrinterProfile.named("generic-80mm"));

    PrintedPaper chunked = print(job, chunk);
    PrintedPaper whole = print(job, job.length);

    assertThat(chunked.lines()).isEqualTo(whole.lines());
    assertThat(chunked.png()).isEqualTo(whole.png());
  }

  @Property(tries = 200)
  void wrappingLosesNoLetterAndKeepsTheWidth(
      @ForAll("words") String text, @ForAll @IntRange(min = 1, max = 60) int columns) {
    List<String> lines = LineWrap.wrap(text, columns);

    assertThat(lines).isNotEmpty().allMatch(line -> line.length() <= columns);
    assertThat(letters(String.join("", lines))).isEqualTo(letters(text));
  }

  @Property(tries = 500)
  void fittedTextIsOneByteACharacterOnEveryPage(@ForAll String anything, @ForAll CodePage page) {
    PageText text = new PageText(page);
    String fitted = text.fit(anything);
    byte[] bytes = text.bytes(fitted);

    assertThat(bytes).hasSize(fitted.length());
    assertThat(new String(bytes, page.charset())).isEqualTo(fitted);
    assertThat(fitted.chars()).noneMatch(Character::isISOControl);
  }

  private static PrintedPaper print(byte[] job, int chunk) throws Exception {
    VirtualPrinter printer = new VirtualPrinter(PaperRoll.MM_80);
    try (BytePort port = printer.open()) {
      for (int at = 0; at < job.length; at += chunk) {
        byte[] part = java.util.Arrays.copyOfRange(job, at, Math.min(job.length, at + chunk));
        port.write(part, Duration.ofSeconds(10));
      }
    }
    return printer.tickets().isEmpty() ? printer.uncut() : printer.tickets().getFirst();
  }

  private static String expected(Receipt receipt, PrinterProfile profile) {
    PageText page = new PageText(profile.textPage().page());
    StringBuilder words = new StringBuilder();
    for (ReceiptLine line : receipt.lines()) {
      switch (line) {
        case Text text -> words.append(page.fit(text.text()));
        case Pair pair -> words.append(page.fit(pair.left())).append(page.fit(pair.right()));
        case Rule() -> words.append("─".repeat(profile.paper().columns()));
        case QrCode code -> {}
        case Feed feed -> {}
        case ReceiptLine.Picture picture -> {}
        case ReceiptLine.OpenDrawer kick -> {}
      }
    }
    return words.toString();
  }

  private static String letters(String text) {
    return text.replaceAll("\\s", "");
  }

  @Provide
  Arbitrary<PrinterProfile> profiles() {
    return Arbitraries.of("generic-80mm", "generic-58mm").map(PrinterProfile::named);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("åäöÅÄÖ€é–… -.,/")
        .ofMaxLength(120);
  }

  @Provide
  Arbitrary<Receipt> receipts() {
    Arbitrary<ReceiptLine> text =
        Combinators.combine(
                words(),
                Arbitraries.of(Size.class),
                Arbitraries.of(Weight.class),
                Arbitraries.of(Align.class))
            .as(Text::new);
    Arbitrary<ReceiptLine> pair =
        Combinators.combine(words(), words(), Arbitraries.of(Weight.class)).as(Pair::new);
    Arbitrary<ReceiptLine> code =
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(60).map(QrCode::new);
    Arbitrary<ReceiptLine> feed = Arbitraries.integers().between(1, 5).map(Feed::new);
    Arbitrary<ReceiptLine> rule = Arbitraries.just(new Rule());
    return Arbitraries.oneOf(text, pair, code, feed, rule)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(Receipt::new);
  }
}
