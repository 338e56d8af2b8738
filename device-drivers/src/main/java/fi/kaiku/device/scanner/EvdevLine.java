package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.linux.KernelException;
import fi.kaiku.device.linux.KernelFile;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A confirmed keyboard read from the kernel's own driver (evdev) and grabbed, so that no other
 * program sees what it types: for a machine where we may not claim its USB interface.
 */
final class EvdevLine implements ScanLine {
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** {@code _IOW('E', 0x90, int)}, linux/input.h. */
  private static final long EVIOCGRAB = 0x40044590;

  private static final String NODE = "/dev/input/event";

  /** The kernel's own buffer for a keyboard holds 64 events. */
  private static final int READ_EVENTS = 64;

  private static final int EPERM = 1;
  private static final int ENOENT = 2;
  private static final int ENXIO = 6;
  private static final int EACCES = 13;
  private static final int EBUSY = 16;
  private static final int ENODEV = 19;

  private final KernelFile events;
  private final EvdevKeys keys;
  private final KeyFrames frames;
  private final InstantSource clock;
  private final byte[] buffer = new byte[READ_EVENTS * EvdevKeys.EVENT_BYTES];

  EvdevLine(DeviceName name, KernelFile events, KeyDecoder keys, InstantSource clock) {
    this.events = events;
    this.keys = new EvdevKeys(keys);
    this.frames = new KeyFrames(name, keys);
    this.clock = clock;
  }

  /**
   * Grabs the keyboard.
   *
   * @param keyboard the function of the device that the leave is for
   * @throws PortUnavailableException when it is not there, grabbed by another or not ours
   */
  static EvdevLine open(
      DeviceName name, WedgeAllowList.Leave leave, UsbFunction keyboard, InstantSource clock)
      throws IOException {
    String node =
        keyboard.nodes().stream()
            .filter(each -> each.startsWith(NODE))
            .findFirst()
            .orElseThrow(() -> unavailable(Reason.ABSENT, "the keyboard has no " + NODE, null));
    try {
      return new EvdevLine(name, grab(Path.of(node)), new KeyDecoder(leave.layout()), clock);
    } catch (KernelException e) {
      throw refusal(e);
    }
  }

  private static KernelFile grab(Path node) throws IOException {
    KernelFile events = KernelFile.open(node);
    try {
      events.control(EVIOCGRAB, 1);
      // What was typed before was seen by others, and is no scan of ours.
      events.discard();
      return events;
    } catch (IOException e) {
      events.close();
      throw e;
    }
  }

  private static IOException refusal(KernelException e) {
    return switch (e.errno()) {
      case EACCES, EPERM -> unavailable(Reason.NO_RIGHTS, e.getMessage(), e);
      case EBUSY -> unavailable(Reason.HELD_BY_OTHER, e.getMessage(), e);
      case ENOENT, ENXIO, ENODEV -> unavailable(Reason.ABSENT, e.getMessage(), e);
      default -> e;
    };
  }

  private static PortUnavailableException unavailable(
      Reason reason, String message, KernelException cause) {
    return new PortUnavailableException(reason, message, cause);
  }

  @Override
  public List<Reading> next() throws IOException {
    int count = events.read(buffer, frames.midFrame() ? KeyFrames.IDLE : QUIET);
    Instant at = clock.instant();
    return count > 0 ? frames.type(keys.accept(buffer, count), at) : frames.idle(at);
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
    events.close();
  }
}
