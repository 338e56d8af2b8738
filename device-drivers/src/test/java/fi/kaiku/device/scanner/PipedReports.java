package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.HidReportDescriptorTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A scanner's reports from a pipe, which keeps no bounds between them, instead of from libusb. */
record PipedReports(
    KernelFile pipe, int reportBytes, Decoder decoder, Supplier<Optional<Complaint>> complaints)
    implements ScanLine {
  private static final int MOST_BYTES = 4_096;
  private static final int POS_REPORT_BYTES = 64;
  private static final int BOOT_REPORT_BYTES = 8;

  static ScanLine hidPos(DeviceName name, KernelFile pipe) {
    HidReportDescriptor descriptor =
        HidReportDescriptor.parse(HexFormat.of().parseHex(HidReportDescriptorTest.HID_POS));
    HidPosReader reader = new HidPosReader(name, descriptor);
    return new PipedReports(
        pipe,
        POS_REPORT_BYTES,
        (report, at) -> reader.accept(report, report.length, at),
        reader::complaint);
  }

  static ScanLine wedge(DeviceName name, KernelFile pipe) {
    KeyDecoder keys = new KeyDecoder(KeyLayout.US);
    KeyReports reports = new KeyReports(KeyReports.Layout.BOOT, keys);
    KeyFrames frames = new KeyFrames(name, keys);
    return new PipedReports(
        pipe,
        BOOT_REPORT_BYTES,
        (report, at) -> frames.type(reports.accept(report, report.length), at),
        Optional::empty);
  }

  interface Decoder {
    List<Reading> accept(byte[] report, Instant at);
  }

  @Override
  public List<Reading> next() throws IOException {
    byte[] buffer = new byte[MOST_BYTES];
    int count = pipe.read(buffer, Duration.ofSeconds(1));
    Instant at = Instant.now();
    List<Reading> readings = new ArrayList<>();
    for (int from = 0; from < count; from += reportBytes) {
      readings.addAll(decoder.accept(Arrays.copyOfRange(buffer, from, from + reportBytes), at));
    }
    return readings;
  }

  @Override
  public List<Reading> cut(Instant at) {
    return List.of();
  }

  @Override
  public Optional<Complaint> complaint() {
    return complaints.get();
  }

  @Override
  public void close() {
    pipe.close();
  }
}
