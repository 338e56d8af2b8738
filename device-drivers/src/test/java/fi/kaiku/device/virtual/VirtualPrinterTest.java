package fi.kaiku.device.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.virtual.VirtualPrinter.Breakdown;
import fi.kaiku.device.virtual.VirtualPrinter.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The virtual printer answers and prints as the manuals say of real ones. */
class VirtualPrinterTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private final VirtualPrinter printer = new VirtualPrinter(PaperRoll.MM_80);

  @ParameterizedTest
  @CsvSource({
    "100401, 12",
    "100402, 12",
    "100403, 12",
    "100404, 12",
    "1D7201, 00",
    "1D7202, 00",
    "1D4943, 5F5669727475616C207072696E74657200",
    "1D610F, 10000000",
    "1D284806003030 41423132, 37224142313200",
  })
  void whatItIsAskedItAnswers(String question, String answer) throws IOException {
    try (BytePort port = printer.open()) {
      port.write(hex(question), LONG);
      assertThat(answer(port)).isEqualTo(hex(answer));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PAPER_OUT, 1A32127E",
    "COVER_OPEN, 1A161212",
    "OFFLINE, 1A121212",
    "CUTTER_JAMMED, 1A521A12",
    "PAPER_LOW, 1212121E",
  })
  void itTellsItsTroublesEvenWhileItCannotPrint(Trouble trouble, String answers)
      throws IOException {
    printer.set(trouble);
    try (BytePort port = printer.open()) {
      port.write(hex("100401 100402 100403 100404"), LONG);
      assertThat(answer(port)).isEqualTo(hex(answers));
    }
  }

  @Test
  void changesArePushedOnceItWasToldToPushThem() throws IOException {
    try (BytePort port = printer.open()) {
      printer.set(Trouble.PAPER_LOW);
      port.write(hex("1D610F"), LONG);
      assertThat(answer(port)).isEqualTo(hex("10000300"));
      printer.set(Trouble.COVER_OPEN);
      assertThat(answer(port)).isEqualTo(hex("38000300"));
      printer.clear(Trouble.COVER_OPEN);
      assertThat(answer(port)).isEqualTo(hex("10000300"));
    }
  }

  @Test
  void withoutPaperItHoldsWhatItGetsAndConfirmsOnlyWhatIsPrinted() throws IOException {
    printer.set(Trouble.PAPER_OUT);
    try (BytePort port = printer.open()) {
      port.write(hex("41420A 1D284806003030 30303031 1D564200"), LONG);
      assertThat(port.read(new byte[10], Duration.ZERO)).isZero();
      assertThat(printer.tickets()).isEmpty();

      printer.clear(Trouble.PAPER_OUT);

      assertThat(answer(port)).isEqualTo(hex("37223030303100"));
      assertThat(printer.tickets().getFirst().lines()).contains("AB");
    }
  }

  @Test
  void whenItIsFullItTakesNoMoreAndSaysHowMuchItTook() throws IOException {
    printer.set(Trouble.COVER_OPEN);
    try (BytePort port = printer.open()) {
      PartialWriteException full =
          catchThrowableOfType(
              PartialWriteException.class, () -> port.write(new byte[5000], Duration.ZERO));
      assertThat(full.taken()).isEqualTo(VirtualPrinter.HELD_BYTES);
      assertThat(full.reason()).isEqualTo(PartialWriteException.Reason.TOO_SLOW);
    }
  }

  @Test
  void aQuestionInsideAPictureIsAnsweredToo() throws IOException {
    try (BytePort port = printer.open()) {
      port.write(hex("1D763000 0300 0100 100401"), LONG);
      assertThat(answer(port)).isEqualTo(hex("12"));
    }
    assertThat(printer.uncut().isBlank()).isFalse();
  }

  @Test
  void whatItDoesNotKnowItSkipsWhole() throws IOException {
    String unknown =
        "1B2A21 0200 414141414141" // bit image, 24 dots
            + "1B44 0810 00" // tabs
            + "1D6B04 414200" // bar code, old form
            + "1D6B49 02 4142" // bar code, counted
            + "1D284C 0600 3030 41414141" // graphics
            + "1D38 4C 02000000 4142" // graphics, long
            + "1014 01 0001" // drawer, real time
            + "1014 08 01031401060208" // clear, real time
            + "1B5700000000FFFFFFFF 1C7001 00";
    try (BytePort port = printer.open()) {
      port.write(hex(unknown + "4F4B 0A"), LONG);
    }
    assertThat(printer.uncut().lines()).containsExactly("OK");
  }

  @Test
  void oneConnectionAtATime() throws IOException {
    try (BytePort first = printer.open()) {
      assertThat(first.read(new byte[1], Duration.ZERO)).isZero();
      assertThatThrownBy(printer::open)
          .isInstanceOfSatisfying(
              PortUnavailableException.class,
              e -> assertThat(e.reason()).isEqualTo(PortUnavailableException.Reason.HELD_BY_OTHER));
    }
    printer.open().close();
  }

  @ParameterizedTest
  @CsvSource({"POWER_LOST, false", "CABLE_PULLED, true"})
  void onlyAPulledCableLeavesHalfACommandInside(Breakdown how, boolean swallowed)
      throws IOException {
    printer.breakAfter(3, how);
    try (BytePort port = printer.open()) {
      PartialWriteException cut =
          catchThrowableOfType(
              PartialWriteException.class, () -> port.write(hex("1B40 1B45 01"), LONG));
      assertThat(cut.taken()).isEqualTo(3);
      assertThatThrownBy(printer::open).isInstanceOf(PortUnavailableException.class);
    }
    printer.repair();
    try (BytePort port = printer.open()) {
      port.write(hex("644142 0A"), LONG);
    }
    assertThat(printer.uncut().lines().getLast()).isEqualTo(swallowed ? "B" : "dAB");
  }

  @Test
  void blankCuttingsAreThrownAwayAndTheNewestTicketsKept() throws IOException {
    try (BytePort port = printer.open()) {
      port.write(hex("1D564200"), LONG);
      for (int i = 0; i <= VirtualPrinter.KEPT_TICKETS; i++) {
        port.write((i + "\n").getBytes(StandardCharsets.US_ASCII), LONG);
        port.write(hex("1D564200"), LONG);
      }
    }
    assertThat(printer.tickets()).hasSize(VirtualPrinter.KEPT_TICKETS);
    assertThat(printer.tickets().getFirst().lines()).contains("1");
  }

  @Test
  void aWatcherSeesEachTicketAndADrawerKickIsCounted() throws IOException {
    StringBuilder seen = new StringBuilder();
    printer.watch(paper -> seen.append(paper.lines().getFirst()));
    try (BytePort port = printer.open()) {
      port.write(hex("41 0A 1D564100 42 0A 1D5600 1B700032FA"), LONG);
    }
    assertThat(seen).hasToString("AB");
    assertThat(printer.drawerKicks()).isEqualTo(1);
  }

  private static byte[] answer(BytePort port) throws IOException {
    byte[] buffer = new byte[64];
    return Arrays.copyOf(buffer, port.read(buffer, LONG));
  }

  private static byte[] hex(String spaced) {
    return HexFormat.of().parseHex(spaced.replace(" ", ""));
  }
}
