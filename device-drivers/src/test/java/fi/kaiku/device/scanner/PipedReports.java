package fi.kaiku.device.scanner;

import fi.kaiku.device.linux.KernelFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A scanner's reports from a pipe, which keeps no bounds between them, instead of from libusb. */
record PipedReports(KernelFile pipe, int reportBytes, Decoder decoder) implements ScanLine {
  private static final int MOST_BYTES = 4_096;

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
  public boolean jabbering() {
    return false;
  }

  @Override
  public void close() {
    pipe.close();
  }
}
