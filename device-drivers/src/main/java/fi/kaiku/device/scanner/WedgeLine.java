package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.usb.LostTransferException;
import fi.kaiku.device.usb.UsbInPipe;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A claimed keyboard interface whose reports become readings. */
final class WedgeLine implements ScanLine {
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final UsbInterfaceClaim claim;
  private final UsbInPipe pipe;
  private final KeyReports reports;
  private final KeyFrames frames;
  private final InstantSource clock;
  private final byte[] buffer;

  WedgeLine(
      DeviceName name,
      UsbInterfaceClaim claim,
      WedgeAllowList.Leave leave,
      KeyReports.Layout layout,
      InstantSource clock)
      throws IOException {
    this.claim = claim;
    this.pipe = HidClaim.reports(claim);
    this.clock = clock;
    this.buffer = new byte[pipe.longestRead()];
    KeyDecoder keys = new KeyDecoder(leave.layout());
    this.reports = new KeyReports(layout, keys);
    this.frames = new KeyFrames(name, keys);
  }

  @Override
  public List<Reading> next() throws IOException {
    try {
      int count = pipe.read(buffer, frames.midFrame() ? KeyFrames.IDLE : QUIET);
      Instant at = clock.instant();
      return count > 0 ? frames.type(reports.accept(buffer, count), at) : frames.idle(at);
    } catch (LostTransferException e) {
      reports.forget();
      return frames.lost(clock.instant());
    }
  }

  @Override
  public List<Reading> cut(Instant at) {
    return frames.cut(at);
  }

  @Override
  public Optional<Complaint> complaint() {
    return frames.jabbering() ? Optional.of(Complaint.JABBERING) : Optional.empty();
  }

  @Override
  public void close() {
    claim.close();
  }
}
