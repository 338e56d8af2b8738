package fi.kaiku.device.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.Framing.Suffix;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScanTest {
  private static final DeviceName DESK = new DeviceName("desk-1");
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void itCarriesTheTextAndWhatTheScannerSent() {
    Scan scan = read("\2]A1*123XYZM*\r");
    assertThat(scan.text()).isEqualTo("123XYZ");
    assertThat(scan.symbology()).isEqualTo(Symbology.CODE_39);
    assertThat(scan.aim()).isEqualTo("]A1");
    assertThat(scan.device()).isEqualTo(DESK);
    assertThat(scan.at()).isEqualTo(NOW);
    assertThat(scan.raw().toArray()).isEqualTo(bytes("]A1*123XYZM*"));
    assertThat(scan.raw().length()).isEqualTo(12);
  }

  @Test
  void whatItCarriesCannotBeChanged() {
    byte[] given = bytes("ABC1234567");
    ScanBytes raw = new ScanBytes(given);
    given[0] = 'X';
    raw.toArray()[1] = 'X';
    assertThat(raw).isEqualTo(new ScanBytes(bytes("ABC1234567")));
    assertThat(raw).hasSameHashCodeAs(new ScanBytes(bytes("ABC1234567")));
    assertThat(raw).isNotEqualTo(new ScanBytes(given));
  }

  @Test
  void neitherItNorItsBytesShowWhatWasScanned() {
    Scan scan = read("]Q1ABC1234567\r");
    assertThat(scan.toString() + scan.raw())
        .doesNotContain("ABC", "123", "567")
        .contains("desk-1", "QR", "10 characters", "13 bytes");
  }

  private static Scan read(String sent) {
    byte[] bytes = bytes(sent);
    return (Scan)
        new FrameReader(DESK, Framing.ending(Suffix.CR))
            .accept(bytes, bytes.length, NOW)
            .getFirst();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
