package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.Sighting;
import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A scanner that plays a keyboard. Its interface is claimed, so what it types reaches no other
 * program, and its keys are read with the layout set in the scanner, whatever the computer's is.
 */
public final class KeyboardWedgeScanner implements Scanner {
  private final WedgeAllowList.Leave leave;
  private final SysfsScan sysfs;
  private final UsbHost usb;
  private final InstantSource clock;
  private final ScannerOwner owner;

  public KeyboardWedgeScanner(
      DeviceName name,
      WedgeAllowList.Leave leave,
      SysfsScan sysfs,
      UsbHost usb,
      InstantSource clock) {
    this.leave = requireNonNull(leave, "leave");
    this.sysfs = requireNonNull(sysfs, "sysfs");
    this.usb = requireNonNull(usb, "usb");
    this.clock = requireNonNull(clock, "clock");
    this.owner = new ScannerOwner(name, () -> open(name), clock);
  }

  private ScanLine open(DeviceName name) throws IOException {
    UsbDevice device = Sighting.of(leave.keyboard(), sysfs.scan()).only(leave.keyboard());
    UsbFunction keyboard = keyboardOf(device);
    UsbInterfaceClaim claim = usb.claim(device.where(), keyboard.usb());
    try {
      return new WedgeLine(name, claim, leave.layout(), reportLayout(claim), clock);
    } catch (IOException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static KeyReports.Layout reportLayout(UsbInterfaceClaim claim) throws IOException {
    if (claim.claimed().isBootKeyboard()) {
      HidClaim.chooseBootProtocol(claim);
      return KeyReports.Layout.BOOT;
    }
    return KeyReports.Layout.of(HidClaim.descriptor(claim));
  }

  /** After a crash of ours no driver has it, and sysfs knows only the boot keyboards. */
  private static UsbFunction keyboardOf(UsbDevice device) throws IOException {
    return Stream.concat(
            device.functions(Kind.KEYBOARD).stream().filter(f -> !f.isClaimed()),
            device.functions().stream().filter(UsbFunction::isUnaskedHid))
        .findFirst()
        .orElseThrow(() -> HidClaim.noFunction(device, "keyboard"));
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
