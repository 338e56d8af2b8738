package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Claims a scanner's HID interface and reads it as its own descriptor says. What turns out to be
 * something else is given back at once; a keyboard is not even asked unless it is confirmed.
 */
final class HidOpening {
  private final UsbHost usb;
  private final WedgeAllowList keyboards;
  private final InstantSource clock;

  HidOpening(UsbHost usb, WedgeAllowList keyboards, InstantSource clock) {
    this.usb = usb;
    this.keyboards = keyboards;
    this.clock = clock;
  }

  ScanLine open(DeviceName name, UsbDevice device, UsbFunction function, UsbScannerSetup setup)
      throws IOException {
    if (function.kind() == UsbFunction.Kind.KEYBOARD) {
      keyboards.leave(setup.address(), setup.layout());
    }
    UsbInterfaceClaim claim = usb.claim(device.where(), function.usb());
    try {
      return claim.claimed().isBootKeyboard()
          ? bootKeyboard(name, claim, setup)
          : described(name, device, claim, setup);
    } catch (IOException | RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private ScanLine bootKeyboard(DeviceName name, UsbInterfaceClaim claim, UsbScannerSetup setup)
      throws IOException {
    WedgeAllowList.Leave leave = keyboards.leave(setup.address(), setup.layout());
    HidClaim.chooseBootProtocol(claim);
    return new WedgeLine(name, claim, leave, KeyReports.Layout.BOOT, clock);
  }

  private ScanLine described(
      DeviceName name, UsbDevice device, UsbInterfaceClaim claim, UsbScannerSetup setup)
      throws IOException {
    HidReportDescriptor descriptor = HidClaim.descriptor(claim);
    if (descriptor.hasKeyboard() && setup.kind() != ScannerKind.HID_POS) {
      WedgeAllowList.Leave leave = keyboards.leave(setup.address(), setup.layout());
      return new WedgeLine(name, claim, leave, KeyReports.Layout.of(descriptor), clock);
    }
    if (descriptor.hasKeyboard()
        || !descriptor.hasBarCodeScanner()
        || setup.kind() == ScannerKind.KEYBOARD) {
      throw new PortUnavailableException(
          Reason.WRONG_MODE,
          device.place() + ": its reports are not those of such a scanner",
          null);
    }
    HidClaim.wakeUp(claim, device.vendor());
    return new HidPosLine(name, claim, HidClaim.reports(claim), descriptor, clock);
  }
}
