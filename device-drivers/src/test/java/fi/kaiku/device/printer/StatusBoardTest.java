package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.printer.PrinterReport.Automatic;
import fi.kaiku.device.printer.PrinterStatus.Condition;
import fi.kaiku.device.printer.PrinterStatus.NotKnown;
import fi.kaiku.device.printer.PrinterStatus.Reported;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Status bits as the tables of TM-U220A and Citizen iDP-3221 have them. */
class StatusBoardTest {
  private final StatusBoard board = new StatusBoard();

  @ParameterizedTest
  @CsvSource({
    "PRINTER,       12, ",
    "PRINTER,       1A, OFFLINE",
    "PRINTER,       16, DRAWER_OPEN",
    "OFFLINE_CAUSE, 16, COVER_OPEN",
    "OFFLINE_CAUSE, 32, PAPER_OUT",
    "OFFLINE_CAUSE, 12, ",
    "ERROR_CAUSE,   1A, CUTTER_ERROR",
    "ERROR_CAUSE,   32, UNRECOVERABLE_ERROR",
    "ERROR_CAUSE,   52, RECOVERABLE_ERROR",
    "PAPER_SENSOR,  1E, PAPER_LOW",
    "PAPER_SENSOR,  72, PAPER_OUT",
    "PAPER_SENSOR,  12, ",
  })
  void answersToQuestions(RealTimeQuery query, String bits, Condition condition) {
    board.hear(query, HexFormat.fromHexDigits(bits));

    assertThat(board.status())
        .isEqualTo(new Reported(condition == null ? Set.of() : Set.of(condition)));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 00, 00, ",
    "18, 00, 00, OFFLINE",
    "14, 00, 00, DRAWER_OPEN",
    "30, 00, 00, COVER_OPEN",
    "10, 08, 00, CUTTER_ERROR",
    "10, 20, 00, UNRECOVERABLE_ERROR",
    "10, 40, 00, RECOVERABLE_ERROR",
    "10, 04, 00, RECOVERABLE_ERROR",
    "10, 00, 03, PAPER_LOW",
    "10, 00, 0C, PAPER_OUT",
  })
  void automaticStatus(String first, String second, String third, Condition condition) {
    board.hear(
        new Automatic(
            HexFormat.fromHexDigits(first),
            HexFormat.fromHexDigits(second),
            HexFormat.fromHexDigits(third),
            0));

    assertThat(board.status())
        .isEqualTo(new Reported(condition == null ? Set.of() : Set.of(condition)));
  }

  @Test
  void nothingHeardIsNotKnownNeitherGoodNorBad() {
    assertThat(board.status()).isEqualTo(new NotKnown());
    board.hear(RealTimeQuery.PRINTER, 0x12);
    assertThat(board.status()).isEqualTo(new Reported(Set.of()));
    board.forget();
    assertThat(board.status()).isEqualTo(new NotKnown());
  }

  @Test
  void eachAnswerSpeaksForItsOwnConditionsOnly() {
    board.hear(RealTimeQuery.PAPER_SENSOR, 0x72);
    board.hear(RealTimeQuery.PRINTER, 0x1A);
    board.hear(RealTimeQuery.OFFLINE_CAUSE, 0x12);

    assertThat(board.obstacle()).contains(HealthCode.PRINTER_PAPER_OUT);

    board.hear(RealTimeQuery.PAPER_SENSOR, 0x12);
    assertThat(board.obstacle()).contains(HealthCode.PRINTER_OFFLINE);
  }

  @Test
  void theCauseThatAPersonCanSeeIsToldFirst() {
    board.hear(new Automatic(0x38, 0x08, 0x0C, 0));

    assertThat(board.obstacle()).contains(HealthCode.PRINTER_COVER_OPEN);
  }
}
