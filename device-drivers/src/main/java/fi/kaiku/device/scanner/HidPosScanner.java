package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A scanner that speaks HID POS (usage page 8C): its interface is claimed, its reports are read as
 * its own descriptor says. A device that turns out to be something else is given back at once.
 */
public final class HidPosScanner implements Scanner {
  private final PortAddress.Usb address;
  private final SysfsScan sysfs;
  private final UsbHost usb;
  private final InstantSource clock;
  private final ScannerOwner owner;

  public HidPosScanner(
      DeviceName name, PortAddress.Usb address, SysfsScan sysfs, UsbHost usb, InstantSource clock) {
    this.address = requireNonNull(address, "address");
    this.sysfs = requireNonNull(sysfs, "sysfs");
    this.usb = requireNonNull(usb, "usb");
    this.clock = requireNonNull(clock, "clock");
    this.owner = new ScannerOwner(name, () -> open(name), clock);
  }

  private ScanLine open(DeviceName name) throws IOException {
    UsbDevice device = Sighting.of(address, sysfs.scan()).only(address);
    UsbFunction function = scannerFunction(device);
    UsbInterfaceClaim claim = usb.claim(device.where(), function.usb());
    try {
      HidReportDescriptor descriptor = HidClaim.descriptor(claim);
      if (!descriptor.hasBarCodeScanner() || descriptor.hasKeyboard()) {
        throw new IOException(device.place() + ": its reports are not those of a HID POS scanner");
      }
      HidClaim.wakeUp(claim, device.vendor());
      return new HidPosLine(name, claim, HidClaim.reports(claim), descriptor, clock);
    } catch (IOException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  /** A HID that no driver has is asked after the claim: sysfs can't tell what it is. */
  private static UsbFunction scannerFunction(UsbDevice device) throws IOException {
    return Stream.concat(
            device.functions(Kind.HID_POS).stream(),
            device.functions().stream().filter(UsbFunction::isUnaskedHid))
        .findFirst()
        .orElseThrow(() -> HidClaim.noFunction(device, "HID POS"));
  }

  @Override
  public DeviceName name() {
    return owner.name();
  }

  @Override
  public void start(Consumer<Reading> readings, Consumer<DeviceHealth> healthChanges) {
    owner.start(readings, healthChanges);
  }

  @Override
  public DeviceHealth health() {
    return owner.health();
  }

  @Override
  public void close() {
    owner.close();
  }
}
