package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.SerialBytePort;
import fi.kaiku.device.usb.UsbHost;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Makes the scanners of USB devices, each known again in whatever socket and under whatever ttyUSBn
 * it comes back. Looking for one never opens another device.
 */
public final class UsbScanners {
  private final SysfsScan sysfs;
  private final InstantSource clock;
  private final HidOpening hid;

  /**
   * @param keyboards those that a technician has confirmed; no other is ever taken
   */
  public UsbScanners(SysfsScan sysfs, UsbHost usb, WedgeAllowList keyboards, InstantSource clock) {
    this(sysfs, usb::claim, keyboards, clock);
  }

  UsbScanners(
      SysfsScan sysfs, HidOpening.Claims claims, WedgeAllowList keyboards, InstantSource clock) {
    this.sysfs = requireNonNull(sysfs, "sysfs");
    this.clock = requireNonNull(clock, "clock");
    this.hid = new HidOpening(claims, keyboards, clock);
  }

  /** A scanner, not started. */
  public Scanner scanner(DeviceName name, UsbScannerSetup setup) {
    return new ScannerOwner(name, () -> open(name, setup), clock);
  }

  private ScanLine open(DeviceName name, UsbScannerSetup setup) throws IOException {
    UsbDevice device = Sighting.of(setup.address(), sysfs.scan()).only(setup.address());
    UsbFunction function = ScannerFunction.of(device, setup.kind());
    return function.kind() == Kind.SERIAL_LINE
        ? serial(name, function, setup)
        : hid.open(name, device, function, setup);
  }

  private ScanLine serial(DeviceName name, UsbFunction function, UsbScannerSetup setup)
      throws IOException {
    PortAddress.Serial line = new PortAddress.Serial(function.nodes().getFirst());
    return new ByteLine(name, SerialBytePort.open(line, setup.baud()), setup.framing(), clock);
  }
}
