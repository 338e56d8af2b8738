package fi.kaiku.terminal.config;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.printer.PrinterProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelHintTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "epson-tm-t20 | 'epson-tm-t20ii' or 'epson-tm-t20iii'",
        "tm-t70 | 'epson-tm-t70' or 'epson-tm-t70ii'",
        "TM-T20III | 'epson-tm-t20iii'",
        "epson-t20ii | 'epson-tm-t20ii'",
        "espon-tm-t20iii | 'epson-tm-t20iii'",
        "bixolon_srp350iii | 'bixolon-srp-350iii'",
        "generic-80 | 'generic-80mm'",
        "generic-58m | 'generic-58mm'",
      })
  void aModelIsProposedByItsNumberAndName(String written, String meant) {
    assertThat(ModelHint.of(written, PrinterProfile.names()))
        .isEqualTo(", did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epson-tm-t82", "epson-tm-t8", "generic-8mm", "tsp100", "", "x"})
  void aModelWithAnotherNumberIsNeverProposed(String written) {
    assertThat(ModelHint.of(written, PrinterProfile.names())).isEmpty();
  }
}
