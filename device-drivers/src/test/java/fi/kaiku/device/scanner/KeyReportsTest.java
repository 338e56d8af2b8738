package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.UnreadableScan.Cause;
import fi.kaiku.device.usb.HidReportDescriptor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyReportsTest {
  private static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.EPOCH;
  private static final String BOOT_KEYBOARD =
      "05010906a101050719e029e715002501750195088102950175088103950575010508190129059102950175039103"
          + "95067508150025650507190029658100c0";

  @Test
  void aShiftedKeyThenAPlainOne() {
    assertThat(type("02000b0000000000", "0000000000000000", "0000080000000000")).isEqualTo("He");
  }

  @Test
  void aKeyThatStaysDownIsOneCharacterAndARepeatNeedsARelease() {
    assertThat(type("0000040000000000", "0000040000000000")).isEqualTo("a");
    assertThat(type("0000040000000000", "0000000000000000", "0000040000000000")).isEqualTo("aa");
    assertThat(type("0000040000000000", "0000040500000000", "0000050000000000")).isEqualTo("ab");
  }

  @Test
  void altModeAcrossReports() {
    // Alt down, keypad 6, 5, Alt up: A.
    assertThat(
            type(
                "0400000000000000",
                "04005e0000000000",
                "0400000000000000",
                "04005d0000000000",
                "0000000000000000"))
        .isEqualTo("A");
  }

  @Test
  void tooManyKeysAndShortReportsSpoilTheScan() {
    String substitute = String.valueOf(KeyDecoder.SUBSTITUTE);
    assertThat(type("0000010101010101")).isEqualTo(substitute);
    assertThat(type("00")).isEqualTo(substitute);
    assertThat(type("0000")).isEqualTo(substitute);
  }

  @Test
  void aKeyboardWithoutBootProtocolIsReadByItsDescriptor() throws Exception {
    HidReportDescriptor plain = descriptor(BOOT_KEYBOARD);
    assertThat(KeyReports.Layout.of(plain)).isEqualTo(KeyReports.Layout.BOOT);
    HidReportDescriptor numbered = descriptor("05010906a1018503" + BOOT_KEYBOARD.substring(12));
    KeyReports.Layout layout = KeyReports.Layout.of(numbered);
    assertThat(layout).isEqualTo(new KeyReports.Layout(3, 1, 3, 6));
    KeyReports reports = new KeyReports(layout, new KeyDecoder(KeyLayout.US));
    assertThat(reports.accept(bytes("030000040000000000"), 9)).isEqualTo("a");
    assertThat(reports.accept(bytes("050000050000000000"), 9)).isEmpty();
  }

  @Test
  void aDescriptorWithoutKeysIsRefused() {
    assertThatThrownBy(() -> KeyReports.Layout.of(descriptor("05010906a101c0")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void lostKeysSpoilTheScanNotTheNext() {
    KeyDecoder keys = new KeyDecoder(KeyLayout.US);
    KeyFrames frames = new KeyFrames(DESK, keys);
    List<Reading> readings = new ArrayList<>(frames.type("AB", NOW));
    readings.addAll(frames.lost(NOW));
    readings.addAll(frames.type("C\r", NOW));
    readings.addAll(frames.type("NEXT\r", NOW));
    assertThat(readings)
        .containsExactly(
            new UnreadableScan(DESK, NOW, Cause.GARBLED, 4),
            Scan.plain(DESK, NOW, Symbology.UNKNOWN, "", "NEXT"));
  }

  @Test
  void aShiftThatWasDownWhenKeysWereLostIsNotDownForEver() {
    KeyReports reports = new KeyReports(KeyReports.Layout.BOOT, new KeyDecoder(KeyLayout.US));
    assertThat(reports.accept(bytes("0200040000000000"), 8)).isEqualTo("A");
    reports.forget();
    assertThat(reports.accept(bytes("0000000000000000"), 8)).isEmpty();
    assertThat(reports.accept(bytes("0000040000000000"), 8)).isEqualTo("a");
  }

  @Property
  void noReportsMakeItThrow(@ForAll List<byte[]> garbage) {
    KeyReports reports = new KeyReports(KeyReports.Layout.BOOT, new KeyDecoder(KeyLayout.FR));
    for (byte[] report : garbage) {
      assertThat(reports.accept(report, report.length)).hasSizeLessThan(100);
    }
  }

  private static String type(String... reports) {
    KeyReports keys = new KeyReports(KeyReports.Layout.BOOT, new KeyDecoder(KeyLayout.US));
    StringBuilder text = new StringBuilder();
    for (String report : reports) {
      text.append(keys.accept(bytes(report), report.length() / 2));
    }
    return text.toString();
  }

  private static HidReportDescriptor descriptor(String hex) {
    return HidReportDescriptor.parse(bytes(hex));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
