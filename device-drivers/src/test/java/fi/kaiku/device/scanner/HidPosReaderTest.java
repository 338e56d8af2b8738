package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import fi.kaiku.device.usb.HidReportDescriptor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HidPosReaderTest {
  private static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  /** As Access-IS scanners describe themselves: 64-byte report, id 2. */
  private static final String DESCRIPTOR =
      "058c0902a1010912a1028502150026ff00750895010501093b8102058c950309fb09fc09fd8102"
          + "953809fe82020195020666ff090481029501058c09ff8102c0c0";

  private static final HidReportDescriptor DESCRIBED = descriptor(DESCRIPTOR);

  @Test
  void theLayoutIsTheDescriptors() {
    assertThat(HidPosLayout.of(DESCRIBED))
        .isEqualTo(new HidPosLayout(2, 1, 2, 5, 56, 63, 0, HidPosLayout.NONE));
  }

  @Test
  void anotherDescriptorMovesEverything() {
    // Report id 1, length, 62 data bytes, nothing else.
    String other = "058c0902a1018501750895010501093b8102058c953e09fe8102c0";
    assertThat(HidPosLayout.of(descriptor(other)))
        .isEqualTo(
            new HidPosLayout(
                1, 1, HidPosLayout.NONE, 2, 62, HidPosLayout.NONE, 0, HidPosLayout.NONE));
    byte[] report = new byte[64];
    report[0] = 1;
    report[1] = 10;
    System.arraycopy(bytes("ABC1234567"), 0, report, 2, 10);
    assertThat(new HidPosReader(DESK, descriptor(other)).accept(report, 64, NOW))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.UNKNOWN, "", "ABC1234567"));
  }

  @Test
  void aDescriptorThatTellsNothingMeansTheUsualLayout() {
    HidPosLayout layout = HidPosLayout.of(HidReportDescriptor.parse(new byte[0]));
    assertThat(layout).isEqualTo(HidPosLayout.USUAL);
  }

  @Test
  void oneReportIsOneScan() {
    assertThat(accept(report("]A0", "ABC1234567", 0)))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.CODE_39, "]A0", "ABC1234567"));
  }

  @Test
  void sixtyCharactersComeInTwoReports() {
    String text = "X".repeat(56) + "1234";
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    assertThat(reader.accept(report("]Q1", text.substring(0, 56), 1), 64, NOW)).isEmpty();
    assertThat(reader.midScan()).isTrue();
    assertThat(reader.accept(report("]Q1", text.substring(56), 0), 64, NOW))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.QR, "]Q1", text));
    assertThat(reader.midScan()).isFalse();
  }

  @Test
  void theLongestCodeComesOutWholeAndALongerOneIsOverlong() {
    assertThat(acceptLong("7".repeat(FrameReader.LONGEST_DATA)))
        .singleElement()
        .isInstanceOf(Scan.class);
    assertThat(acceptLong("7".repeat(FrameReader.LONGEST_DATA + 1)))
        .containsExactly(
            new UnreadableScan(DESK, NOW, Cause.OVERLONG, FrameReader.LONGEST_DATA + 1));
  }

  @Test
  void aSuffixInTheDataIsDropped() {
    assertThat(accept(report("]A0", "ABC1234567\r", 0)))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.CODE_39, "]A0", "ABC1234567"));
  }

  @Test
  void anIdentifierInTheDataTooIsNotTakenForData() {
    assertThat(accept(report("]A0", "]A0ABC1234567", 0)))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.CODE_39, "]A0", "ABC1234567"));
  }

  @Test
  void honeywellsOwnIdentifierStandsInForAim() {
    assertThat(vendor('b')).isEqualTo(Symbology.CODE_39);
    assertThat(vendor('s')).isEqualTo(Symbology.QR);
    assertThat(vendor('d')).isEqualTo(Symbology.OTHER);
    assertThat(vendor('\0')).isEqualTo(Symbology.UNKNOWN);
  }

  @Test
  void anotherReportThatItDescribedSaysNothing() {
    String status = "8504068cff0901750895018102";
    String both = DESCRIPTOR.substring(0, DESCRIPTOR.length() - 4) + status + "c0c0";
    HidPosReader reader = new HidPosReader(DESK, descriptor(both));
    byte[] report = new byte[64];
    report[0] = 4;
    assertThat(reader.accept(report, 2, NOW)).isEmpty();
    assertThat(reader.complaint()).isEmpty();
    assertThat(reader.accept(report("]A0", "ABC1234567", 0), 64, NOW))
        .singleElement()
        .isInstanceOf(Scan.class);
  }

  /** The id, what was sent before it, and what is told of it all. */
  @ParameterizedTest
  @CsvSource({
    "0, '', 64",
    "1, '', 64",
    "3, '', 64",
    "4, '', 2",
    "4, '', 1",
    "127, '', 64",
    "255, '', 64",
    "3, FIRSTPART, 64",
    "255, FIRSTPART, 1",
  })
  void aReportThatItNeverDescribedMayHaveBeenAScan(int id, String before, int count) {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    List<Reading> readings = new ArrayList<>();
    if (!before.isEmpty()) {
      readings.addAll(reader.accept(report("]Q1", before, 1), 64, NOW));
    }
    byte[] lie = new byte[64];
    lie[0] = (byte) id;
    readings.addAll(reader.accept(lie, count, NOW));
    assertThat(reader.complaint()).contains(Complaint.undeclared(id));
    if (!before.isEmpty()) {
      readings.addAll(reader.accept(report("]Q1", "LASTPART", 0), 64, NOW));
    }
    assertThat(readings)
        .singleElement()
        .isInstanceOfSatisfying(
            UnreadableScan.class, told -> assertThat(told.cause()).isEqualTo(Cause.GARBLED));
    assertThat(reader.complaint()).isPresent();

    assertThat(reader.accept(report("]A0", "ABC1234567", 0), 64, NOW))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.CODE_39, "]A0", "ABC1234567"));
    assertThat(reader.complaint()).isEmpty();
  }

  @Test
  void everyCutReportIsUnreadable() {
    byte[] whole = report("]A0", "ABC1234567", 0);
    for (int cut = 1; cut < whole.length; cut++) {
      assertThat(new HidPosReader(DESK, DESCRIBED).accept(Arrays.copyOf(whole, cut), cut, NOW))
          .as("cut at %d", cut)
          .singleElement()
          .isInstanceOf(UnreadableScan.class);
    }
  }

  @Test
  void aLengthThatLiesIsGarbled() {
    byte[] report = report("]A0", "ABC1234567", 0);
    report[1] = 57;
    assertThat(accept(report)).containsExactly(new UnreadableScan(DESK, NOW, Cause.GARBLED, 57));
    report[1] = (byte) 0xFF;
    assertThat(accept(report)).containsExactly(new UnreadableScan(DESK, NOW, Cause.GARBLED, 255));
  }

  @Test
  void aScanThatDoesNotGoOnIsNeverHalfAText() {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    assertThat(reader.accept(report("]A0", "ABC1234567", 1), 64, NOW)).isEmpty();
    assertThat(reader.cut(NOW)).containsExactly(new UnreadableScan(DESK, NOW, Cause.GARBLED, 10));
    assertThat(reader.cut(NOW)).isEmpty();
    assertThat(reader.accept(report("]A0", "NEXT", 0), 64, NOW))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.CODE_39, "]A0", "NEXT"));
  }

  @Test
  void aLostReportIsToldAsUnreadable() {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    reader.lost();
    assertThat(reader.cut(NOW)).containsExactly(new UnreadableScan(DESK, NOW, Cause.GARBLED, 0));
  }

  @Test
  void whatFollowsALostReportIsNoScanOfItsOwn() {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    reader.lost();
    assertThat(reader.accept(report("]Q1", "MIDDLE", 1), 64, NOW)).isEmpty();
    assertThat(reader.accept(report("]Q1", "ABC1234567", 0), 64, NOW))
        .containsExactly(new UnreadableScan(DESK, NOW, Cause.GARBLED, 16));
    assertThat(reader.accept(report("]A0", "NEXT", 0), 64, NOW))
        .containsExactly(Scan.plain(DESK, NOW, Symbology.CODE_39, "]A0", "NEXT"));
  }

  @Test
  void theTailOfAnOverlongScanIsNoScanOfItsOwn() {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    List<Reading> readings = new ArrayList<>();
    while (readings.isEmpty()) {
      readings.addAll(reader.accept(report("]Q1", "7".repeat(56), 1), 64, NOW));
    }
    assertThat(reader.accept(report("]Q1", "ABC1234567", 0), 64, NOW))
        .containsExactly(new UnreadableScan(DESK, NOW, Cause.GARBLED, 10));
  }

  @Test
  void reportsWithoutEndAreToldAgainAndAgainButKeepNothing() {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      readings.addAll(reader.accept(report("]A0", "7".repeat(56), 1), 64, NOW));
    }
    assertThat(readings)
        .hasSize(10_000 * 56 / FrameReader.JABBER)
        .allMatch(r -> r instanceof UnreadableScan u && u.cause() == Cause.OVERLONG);
  }

  @Property
  void noReportsMakeItThrow(
      @ForAll @Size(max = 5) List<@Size(min = 64, max = 64) byte[]> reports,
      @ForAll @IntRange(max = 64) int count) {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    for (byte[] report : reports) {
      report[0] = 2;
      assertThat(reader.accept(report, count, NOW)).hasSizeLessThanOrEqualTo(1);
    }
    reader.cut(NOW);
    assertThat(reader.accept(report("]A0", "NEXT", 0), 64, NOW)).hasSize(1);
  }

  private static HidReportDescriptor descriptor(String hex) {
    return HidReportDescriptor.parse(HexFormat.of().parseHex(hex));
  }

  private static Symbology vendor(char id) {
    byte[] report = report("\0\0\0", "ABC1234567", 0);
    report[61] = (byte) id;
    Reading reading = new HidPosReader(DESK, descriptor("")).accept(report, 64, NOW).getFirst();
    assertThat(((Scan) reading).text()).isEqualTo("ABC1234567");
    return ((Scan) reading).symbology();
  }

  private static List<Reading> accept(byte[] report) {
    return new HidPosReader(DESK, DESCRIBED).accept(report, report.length, NOW);
  }

  private static List<Reading> acceptLong(String text) {
    HidPosReader reader = new HidPosReader(DESK, DESCRIBED);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < text.length(); i += 56) {
      int end = Math.min(i + 56, text.length());
      byte[] report = report("]Q1", text.substring(i, end), end < text.length() ? 1 : 0);
      readings.addAll(reader.accept(report, report.length, NOW));
    }
    return readings;
  }

  private static byte[] report(String aim, String data, int more) {
    byte[] report = new byte[64];
    report[0] = 2;
    report[1] = (byte) data.length();
    System.arraycopy(bytes(aim), 0, report, 2, 3);
    System.arraycopy(bytes(data), 0, report, 5, data.length());
    report[63] = (byte) more;
    return report;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
