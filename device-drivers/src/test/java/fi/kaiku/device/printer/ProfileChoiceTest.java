package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.printer.PrinterIdentity.Language;
import fi.kaiku.device.printer.ProfileChoice.Guessed;
import fi.kaiku.device.printer.ProfileChoice.Known;
import fi.kaiku.device.printer.ProfileChoice.KnownBy;
import fi.kaiku.device.printer.ProfileChoice.NotEscPos;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.ScriptedPort;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "TM-T20III, epson-tm-t20iii",
    "TM-T20II, epson-tm-t20ii",
    "EPSON TM-T88V, epson-tm-t88v",
    "TM-T88VI, epson-tm-t88vi",
    "tm-m30iii, epson-tm-m30iii",
    "CT-S310II, citizen-ct-s310ii",
    "Printer-80, xprinter-xp-n160ii",
  })
  void aNameTellsTheModel(String said, String profile) {
    assertThat(ProfileChoice.of(named(said)))
        .isEqualTo(new Known(PrinterProfile.named(profile), KnownBy.NAME));
  }

  @Test
  void aNameThatOnlyBeginsAlikeIsAnotherModel() {
    assertThat(ProfileChoice.of(named("TM-T20"))).isInstanceOf(Guessed.class);
    assertThat(ProfileChoice.of(named("TM-T88VIII"))).isInstanceOf(Guessed.class);
    assertThat(ProfileChoice.of(named("---"))).isInstanceOf(Guessed.class);
  }

  @Test
  void aUsbNumberTellsItWhereNoNameDoes() {
    PrinterIdentity clone =
        new PrinterIdentity(
            List.of("USB Printing Support"), "0416:5011", Language.ESC_POS_OR_UNKNOWN);

    assertThat(ProfileChoice.of(clone))
        .isEqualTo(new Known(PrinterProfile.named("generic-58mm"), KnownBy.USB_ID));
  }

  @Test
  void aStarPrinterIsToldApart() {
    PrinterIdentity star =
        PrinterIdentity.unknown()
            .with(Ieee1284Id.parse("MFG:Star;MDL:TSP143;CMD:STAR;"), "0519:0003");

    assertThat(ProfileChoice.of(star)).isEqualTo(new NotEscPos());
    assertThat(ProfileChoice.of(star).words()).contains("ESC/POS emulation");
  }

  @Test
  void ofAnUnknownPrinterNothingIsClaimed() {
    ProfileChoice choice = ProfileChoice.of(PrinterIdentity.unknown());

    assertThat(choice).isInstanceOf(Guessed.class);
    assertThat(choice.words()).contains("unknown model", "generic-80mm");
  }

  @Test
  void everyNameBelongsToOneModelOnly() {
    List<String> names =
        PrinterProfile.all().stream().flatMap(p -> p.marks().names().stream()).toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void aPrinterIsAskedForItsName() throws Exception {
    try (BytePort port = new VirtualPrinter(PaperRoll.MM_80).open()) {
      assertThat(PrinterIdentity.ask(port, TestPrinters.LIMIT).names())
          .containsExactly("Virtual printer");
    }
  }

  @Test
  void anAnswerInPiecesAmongOthersIsFound() throws Exception {
    try (ScriptedPort port = new ScriptedPort()) {
      port.arrive((byte) 0x12, (byte) 0x5F, (byte) 'T');
      port.arrive("M-T20III".getBytes(StandardCharsets.US_ASCII));
      port.arrive((byte) 0);
      assertThat(PrinterIdentity.ask(port, TestPrinters.LIMIT).names())
          .containsExactly("TM-T20III");
      assertThat(port.sent()).containsExactly(0x1D, 'I', 67);
    }
  }

  @Test
  void whoDoesNotAnswerStaysUnknown() throws Exception {
    try (ScriptedPort port = new ScriptedPort()) {
      assertThat(PrinterIdentity.ask(port, Duration.ofMillis(20)))
          .isEqualTo(PrinterIdentity.unknown());
    }
  }

  private static PrinterIdentity named(String name) {
    return new PrinterIdentity(List.of(name), "", Language.ESC_POS_OR_UNKNOWN);
  }
}
