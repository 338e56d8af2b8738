package fi.kaiku.device.printer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.printer.PrinterReport.Automatic;
import fi.kaiku.device.printer.PrinterReport.Block;
import fi.kaiku.device.printer.PrinterReport.Garbage;
import fi.kaiku.device.printer.PrinterReport.RealTime;
import fi.kaiku.device.printer.PrinterReport.Transmitted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The mixed stream of answers, as the manuals' tables have its bytes. */
class StatusDecoderTest {
  private static final String MIXED =
      "12" // DLE EOT: online
          + "1C000C00" // ASB: offline, drawer, paper end
          + "00" // GS r: paper there
          + "37224130423100" // GS ( H: id A0B1
          + "5F544D2D54323000" // GS I: TM-T20
          + "1A" // DLE EOT: offline
          + "0C"; // GS r: paper end

  private static final List<PrinterReport> MIXED_REPORTS =
      List.of(
          new RealTime(0x12),
          new Automatic(0x1C, 0, 0x0C, 0),
          new Transmitted(0),
          new Block(Block.PROCESS_ID, "\"A0B1"),
          new Block(Block.IDENTITY, "TM-T20"),
          new RealTime(0x1A),
          new Transmitted(0x0C));

  @Test
  void answersOfAllKindsAreToldApart() {
    assertThat(decode(bytes(MIXED))).isEqualTo(MIXED_REPORTS);
  }

  @Test
  void everySplitGivesTheSame() {
    byte[] stream = bytes(MIXED);
    for (int cut = 0; cut <= stream.length; cut++) {
      assertThat(decode(Arrays.copyOf(stream, cut), Arrays.copyOfRange(stream, cut, stream.length)))
          .as("cut at " + cut)
          .isEqualTo(MIXED_REPORTS);
    }
  }

  @Test
  void everyLostByteCostsOnlyItsOwnReportAndPerhapsTheNext() {
    byte[] stream = bytes(MIXED);
    for (int lost = 0; lost < stream.length; lost++) {
      byte[] rest = new byte[stream.length - 1];
      System.arraycopy(stream, 0, rest, 0, lost);
      System.arraycopy(stream, lost + 1, rest, lost, rest.length - lost);
      List<PrinterReport> reports = new ArrayList<>(decode(rest));
      reports.retainAll(MIXED_REPORTS);
      assertThat(reports).as("without byte " + lost).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void flowControlIsNotAReport() {
    assertThat(decode(bytes("13 11 12"))).containsExactly(new RealTime(0x12));
  }

  @Test
  void anAutomaticStatusCutShortIsGarbageAndTheAnswerBehindItCounts() {
    assertThat(decode(bytes("10 00 12"))).containsExactly(new Garbage(2), new RealTime(0x12));
  }

  @Test
  void aBlockThatLostItsEndIsGarbageAndTheAnswerBehindItCounts() {
    assertThat(decode(bytes("5F 41 42 12"))).containsExactly(new Garbage(3), new RealTime(0x12));
  }

  @Test
  void anEndlessBlockIsGivenUp() {
    byte[] endless = new byte[1000];
    Arrays.fill(endless, (byte) 'A');
    endless[0] = 0x5F;

    assertThat(decode(endless).getFirst()).isInstanceOf(Garbage.class);
  }

  @RepeatedTest(200)
  void rubbishNeverStopsIt(RepetitionInfo repetition) {
    RandomGenerator random = new java.util.Random(repetition.getCurrentRepetition());
    byte[] rubbish = new byte[300];
    for (int i = 0; i < rubbish.length; i++) {
      rubbish[i] = (byte) random.nextInt(256);
    }
    // Whatever it took the rubbish for, enough quiet bytes bring it back.
    byte[] back = bytes("12 12 12 12 12");

    assertThat(decode(rubbish, back)).endsWith(new RealTime(0x12));
  }

  private static List<PrinterReport> decode(byte[]... chunks) {
    List<PrinterReport> reports = new ArrayList<>();
    StatusDecoder decoder = new StatusDecoder(reports::add);
    for (byte[] chunk : chunks) {
      decoder.accept(chunk, chunk.length);
    }
    return reports;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
