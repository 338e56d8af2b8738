package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What USB printers say of themselves outside their data. */
class Ieee1284IdTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER; | EPSON | TM-T20III | ESC/POS",
        "MANUFACTURER:Star;MODEL:TSP143;COMMAND SET:STAR; | Star | TSP143 | STAR",
        " mdl : POS-80 ; | '' | POS-80 | ''",
        "MDL:first;MDL:second | '' | first | ''",
        "rubbish | '' | '' | ''",
        ":;;:x | '' | '' | ''",
      })
  void theDeviceIdIsReadHoweverItIsWritten(
      String text, String maker, String model, String commands) {
    assertThat(Ieee1284Id.parse(text)).isEqualTo(new Ieee1284Id(maker, model, commands));
  }

  @Test
  void starsOwnLanguageIsKnown() {
    assertThat(Ieee1284Id.parse("CMD:STAR;").speaksStar()).isTrue();
    assertThat(Ieee1284Id.parse("CMD:ESC/POS;").speaksStar()).isFalse();
  }

  @Test
  void portStatusIsBelievedOnlyWhenItTellsTrouble() {
    StatusBoard board = new StatusBoard();
    board.hear(new PortStatus(0x18));
    assertThat(board.status()).isEqualTo(new PrinterStatus.NotKnown());

    board.hear(new PortStatus(0x30));
    assertThat(board.obstacle()).contains(HealthCode.PRINTER_PAPER_OUT);
    board.hear(new PortStatus(0x18));
    assertThat(board.obstacle()).isEmpty();

    board.hear(new PortStatus(0x10));
    assertThat(board.obstacle()).contains(HealthCode.PRINTER_OFFLINE);
    board.hear(new PortStatus(0x18));
    assertThat(board.obstacle()).isEmpty();
  }
}
