package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.HealthCode;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.DisturbedPortException;
import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.printer.PrintOutcome.Confirmed;
import fi.kaiku.device.printer.PrinterProfile.Confirmation;
import fi.kaiku.device.printer.PrinterProfile.StatusWay;
import fi.kaiku.device.virtual.PaperRoll;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each fault of the wire comes to, a row each: its code, no ticket twice, and once the fault
 * is over the next ticket is whole.
 */
@Timeout(60)
class PrinterFaultTest {
  private static final PrinterProfile TALKS =
      TestPrinters.profile(StatusWay.DLE_EOT, Confirmation.PROCESS_ID);

  private final VirtualPrinter virtual = new VirtualPrinter(PaperRoll.MM_80);
  private final StateWatcher states = new StateWatcher();
  private volatile Fault fault = Fault.NONE;

  /** What the wire does to what passes. */
  enum Fault {
    NONE,
    /** Takes no byte, and says so: USB's NAK, a full buffer. */
    NAK,
    /** The endpoint stalls: the write ends, and nobody knows how much was taken. */
    STALL,
    /** Transfer after transfer is lost on the way in: a cable's bad contact. */
    EPROTO,
    /** The device goes. */
    UNPLUG,
    /** Transfers without a byte. */
    ZERO_LENGTH,
    /** Far more bytes than any answer has. */
    OVERSIZED,
    RUBBISH,
    /** Every answer has one bit wrong, so that it is another job's. */
    OTHER_JOB,
    /** Answers come when nobody waits for them any more. */
    LATE
  }

  @ParameterizedTest
  @CsvSource({
    "NAK, PRINTER_SILENT",
    "STALL, PRINTER_DISTURBED",
    "EPROTO, PRINTER_DISTURBED",
    "UNPLUG, PRINTER_UNPLUGGED",
    "ZERO_LENGTH, PRINTER_SILENT",
    "OVERSIZED, PRINTER_SILENT",
    "LATE, PRINTER_SILENT",
  })
  void aFaultHasItsCodeAndPrintsNothingTwice(Fault kind, HealthCode code) throws Exception {
    try (EscPosPrinter printer = start()) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      fault = kind;
      PrintOutcome outcome = printer.print(SampleReceipts.line("vika"));
      states.awaitTrouble(code);
      assertThat(outcome).isNotEqualTo(new Confirmed());

      fault = Fault.NONE;
      whenItIsOverTheNextOneIsWhole(printer);
    }
    assertThat(PaperTexts.of(virtual).stream().filter(text -> text.contains("vika")).count())
        .isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"RUBBISH", "OTHER_JOB"})
  void wrongAnswersConfirmNothing(Fault kind) throws Exception {
    try (EscPosPrinter printer = start()) {
      assertThat(printer.print(SampleReceipts.line("ensin"))).isEqualTo(new Confirmed());
      fault = kind;
      assertThat(printer.print(SampleReceipts.line("vika"))).isNotEqualTo(new Confirmed());
      fault = Fault.NONE;
      whenItIsOverTheNextOneIsWhole(printer);
    }
    assertThat(PaperTexts.of(virtual).stream().filter(text -> text.contains("vika")).count())
        .isLessThanOrEqualTo(1);
  }

  private void whenItIsOverTheNextOneIsWhole(EscPosPrinter printer) throws Exception {
    PrintOutcome next;
    do {
      next = printer.print(SampleReceipts.line("sitten"));
    } while (!(next instanceof Confirmed));
    assertThat(PaperTexts.of(virtual)).contains("ensin", "sitten");
  }

  private EscPosPrinter start() {
    PortOpener opener = () -> new FaultyPort(virtual.open());
    EscPosPrinter printer = TestPrinters.driver(opener, TALKS);
    printer.start(states);
    return printer;
  }

  /** The port to the virtual printer, with the fault that is set now. */
  private final class FaultyPort implements BytePort {
    private final BytePort real;
    private final Random random = new Random(3);

    FaultyPort(BytePort real) {
      this.real = real;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
      return switch (fault) {
        case NONE, NAK, STALL, UNPLUG -> real.read(buffer, timeout);
        case EPROTO -> {
          real.read(buffer, timeout);
          throw new DisturbedPortException("EPROTO", null);
        }
        case ZERO_LENGTH -> {
          real.read(buffer, timeout);
          yield 0;
        }
        case OVERSIZED -> {
          real.read(buffer, timeout);
          // The mark of a block of text, without an end: no answer can be found in it.
          Arrays.fill(buffer, (byte) 'x');
          buffer[0] = PrinterReport.Block.IDENTITY;
          yield buffer.length;
        }
        case RUBBISH -> {
          int count = real.read(buffer, timeout);
          byte[] rubbish = new byte[count];
          random.nextBytes(rubbish);
          System.arraycopy(rubbish, 0, buffer, 0, count);
          yield count;
        }
        case OTHER_JOB -> {
          int count = real.read(buffer, timeout);
          if (count > 5 && buffer[0] == PrinterReport.Block.PROCESS_ID) {
            buffer[5] ^= 1;
          }
          yield count;
        }
        case LATE -> late(buffer, timeout);
      };
    }

    /** Holds what came back until the question's time is over. */
    private int late(byte[] buffer, Duration timeout) throws IOException {
      int count = real.read(buffer, timeout);
      byte[] held = Arrays.copyOf(buffer, count);
      int more = real.read(new byte[buffer.length], TestPrinters.quick().answer().multipliedBy(2));
      System.arraycopy(held, 0, buffer, 0, held.length);
      return more > 0 ? 0 : held.length;
    }

    @Override
    public void write(byte[] bytes, Duration timeout) throws IOException {
      switch (fault) {
        case NAK -> throw PartialWriteException.tooSlow("NAK", 0);
        case STALL -> throw PartialWriteException.disturbed("stall", bytes.length, null);
        case UNPLUG -> throw new PartialWriteException("no device", bytes.length, null);
        case NONE, EPROTO, ZERO_LENGTH, OVERSIZED, RUBBISH, OTHER_JOB, LATE ->
            real.write(bytes, timeout);
      }
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
