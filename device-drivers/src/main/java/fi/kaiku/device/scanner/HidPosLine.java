package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.LostTransferException;
import fi.kaiku.device.usb.UsbInPipe;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A claimed HID POS interface whose reports become readings. */
final class HidPosLine implements ScanLine {
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** A scanner sends the reports of one scan milliseconds apart. */
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

  private final UsbInterfaceClaim claim;
  private final UsbInPipe pipe;
  private final HidPosReader reader;
  private final InstantSource clock;
  private final byte[] buffer;

  HidPosLine(
      DeviceName name,
      UsbInterfaceClaim claim,
      UsbInPipe pipe,
      HidReportDescriptor descriptor,
      InstantSource clock) {
    this.claim = claim;
    this.pipe = pipe;
    this.reader = new HidPosReader(name, descriptor);
    this.clock = clock;
    this.buffer = new byte[pipe.longestRead()];
  }

  @Override
  public List<Reading> next() throws IOException {
    try {
      int count = pipe.read(buffer, reader.midScan() ? BETWEEN_REPORTS : QUIET);
      Instant at = clock.instant();
      return count > 0 ? reader.accept(buffer, count, at) : reader.cut(at);
    } catch (LostTransferException e) {
      reader.lost();
      return List.of();
    }
  }

  @Override
  public List<Reading> cut(Instant at) {
    return reader.cut(at);
  }

  @Override
  public Optional<Complaint> complaint() {
    return reader.complaint();
  }

  @Override
  public void close() {
    claim.close();
  }
}
