package fi.kaiku.device.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.scanner.FrameReader;
import fi.kaiku.device.scanner.Framing;
import fi.kaiku.device.scanner.Reading;
import fi.kaiku.device.scanner.Scan;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.HidUsage;
import fi.kaiku.device.usb.UsbDescriptors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What must hold for any bytes from a scanner or of a descriptor. */
final class DeviceFuzz {
  private static final Instant NOW = Instant.EPOCH;

  private DeviceFuzz() {}

  /** Any chunking gives the same readings, and none holds more than what came. */
  static void frames(byte[] data) {
    List<String> whole = texts(read(data, Math.max(1, data.length)));
    assertThat(texts(read(data, 1))).isEqualTo(whole);
    assertThat(String.join("", whole).length()).isLessThanOrEqualTo(data.length);
  }

  private static List<Reading> read(byte[] data, int chunk) {
    FrameReader reader = new FrameReader(new DeviceName("fuzz"), Framing.unknown());
    List<Reading> readings = new ArrayList<>();
    for (int at = 0; at < data.length; at += chunk) {
      byte[] part = new byte[Math.min(chunk, data.length - at)];
      System.arraycopy(data, at, part, 0, part.length);
      readings.addAll(reader.accept(part, part.length, NOW));
    }
    readings.addAll(reader.idle(NOW));
    return readings;
  }

  private static List<String> texts(List<Reading> readings) {
    return readings.stream()
        .map(reading -> reading instanceof Scan scan ? scan.text() : "")
        .toList();
  }

  /** A report descriptor is understood as far as it goes; the rest is left out. */
  static void hidReport(byte[] data) {
    HidReportDescriptor descriptor = HidReportDescriptor.parse(data);
    descriptor.fields().forEach(field -> assertThat(field.toString()).isNotEmpty());
    assertThat(descriptor.inputLength(2).orElse(0)).isNotNegative();
    assertThat(descriptor.inputsWith(HidUsage.KEYBOARD)).isNotNull();
  }

  /** Descriptors are understood or refused in words. */
  static void usbDescriptors(byte[] data) {
    try {
      UsbDescriptors.interfaces(data).forEach(usb -> assertThat(usb.number()).isBetween(0, 255));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  static List<byte[]> scans() {
    return List.of(
        "]A0KAIKU0AB12\r".getBytes(StandardCharsets.US_ASCII),
        "\u0002]Q2a\\\\b\\000026\u00e4\u0003]E05901234123457\r\n\t"
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  static List<byte[]> reports() {
    return List.of(
        hex("058c0902a101851205 8c0912a1020afb001500 26ff007508953881 02c0c0"),
        hex("05010906a101050719e029e71500250175019508810295017508810395057501 0508 c0"));
  }

  static List<byte[]> devices() {
    return List.of(
        hex(
            "12010002000000400912050001000102030109022000010100c0000904000002070102000705010240"
                + "00000705820240000a"));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
