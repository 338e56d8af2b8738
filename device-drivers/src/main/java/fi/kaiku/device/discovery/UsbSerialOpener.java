package fi.kaiku.device.discovery;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.port.SerialBytePort;
import java.io.IOException;

/**
 * Opens the serial line of a USB device under whatever ttyUSBn or ttyACMn the kernel gave it this
 * time. Needs no udevd, unlike the links in /dev/serial/by-id.
 */
public final class UsbSerialOpener implements PortOpener {
  private final PortAddress.Usb address;
  private final int baud;
  private final SysfsScan sysfs;

  public UsbSerialOpener(PortAddress.Usb address, int baud, SysfsScan sysfs) {
    this.address = requireNonNull(address, "address");
    this.baud = baud;
    this.sysfs = requireNonNull(sysfs, "sysfs");
  }

  @Override
  public BytePort open() throws IOException {
    UsbDevice device = Sighting.of(address, sysfs.scan()).only(address);
    String node =
        device.functions(Kind.SERIAL_LINE).stream()
            .flatMap(function -> function.nodes().stream())
            .findFirst()
            .orElseThrow(
                () ->
                    // Just plugged in: its driver is not bound yet, or it is in another mode.
                    new PortUnavailableException(
                        Reason.ABSENT, address.text() + ": has no serial line", null));
    return SerialBytePort.open(new PortAddress.Serial(node), baud);
  }
}
