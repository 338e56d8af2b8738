package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.BytePort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A scanner that sends text as plain bytes over a port. */
final class ByteLine implements ScanLine {
  /** How long to wait for bytes between scans: only how often the owner looks up. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** More than a scanner's largest USB packet; a longer scan comes in several reads. */
  private static final int READ_BUFFER = 512;

  private final BytePort port;
  private final Framing framing;
  private final InstantSource clock;
  private final FrameReader frames;
  private final byte[] buffer = new byte[READ_BUFFER];

  ByteLine(DeviceName name, BytePort port, Framing framing, InstantSource clock) {
    this.port = port;
    this.framing = framing;
    this.clock = clock;
    this.frames = new FrameReader(name, framing);
  }

  @Override
  public List<Reading> next() throws IOException {
    int count = port.read(buffer, frames.midFrame() ? framing.idle() : QUIET);
    Instant at = clock.instant();
    return count > 0 ? frames.accept(buffer, count, at) : frames.idle(at);
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
    port.close();
  }
}
