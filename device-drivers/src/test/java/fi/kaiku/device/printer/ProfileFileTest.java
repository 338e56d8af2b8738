package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.printer.PrinterProfile.Marks;
import fi.kaiku.device.printer.PrinterProfile.Paper;
import fi.kaiku.device.printer.PrinterProfile.QrWay;
import fi.kaiku.device.printer.PrinterProfile.TextPage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
  private static final String GOOD =
      """
      # a comment
      [model]
      paper-dots     = 576      | manual, p. 1
      columns        = 48       | manual, p. 1
      code-page      = pc858 19 | manual, p. 2
      cutter         = partial  | manual, p. 3
      drawer         = pin-2    | manual, p. 3
      status         = asb      | manual, p. 4
      confirmation   = barrier  | manual, p. 5
      qr             = raster 6 | manual, p. 6
      names          = AB-1, AB-1 plus | manual, p. 7
      usb            = -        | no number in the manual
      """;

  @Test
  void aProfileIsReadFromItsSection() {
    PrinterProfile model = ProfileFile.parse(GOOD).named("model");

    assertThat(model.paper()).isEqualTo(new Paper(576, 48));
    assertThat(model.textPage()).isEqualTo(new TextPage(CodePage.PC858, 19));
    assertThat(model.abilities().qr()).isEqualTo(new QrWay(QrWay.DrawnBy.RASTER, 6));
    assertThat(model.marks()).isEqualTo(new Marks(Set.of("AB-1", "AB-1 plus"), Set.of()));
  }

  @Test
  void allShippedProfilesLoad() {
    assertThat(PrinterProfile.names())
        .contains("generic-80mm", "generic-58mm")
        .hasSizeGreaterThanOrEqualTo(14)
        .allSatisfy(name -> assertThat(PrinterProfile.named(name).name()).isEqualTo(name));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> PrinterProfile.named("generic-70mm"))
        .hasMessageContaining("'generic-70mm'")
        .hasMessageContaining("generic-80mm");
  }

  @ParameterizedTest
  @CsvSource({
    "'columns        = 48       | manual, p. 1', '', lacks [columns]",
    "'48       | manual, p. 1', '48', expected 'key = value | source'",
    "'48       | manual, p. 1', '48 |', expected 'key = value | source'",
    "'columns', 'coloumns', unknown key 'coloumns'",
    "'columns ', 'paper-dots ', 'paper-dots'",
    "'= 576', '= 570', expected a positive multiple of 8",
    "'[model]', '', in a section",
    "'= pc858 19', '= pc858', expected a word and a number",
  })
  void aMistakeIsToldWithItsPlace(String what, String instead, String message) {
    String broken = GOOD.replace(what, instead);
    assertThatThrownBy(() -> ProfileFile.parse(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
