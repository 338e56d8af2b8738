package fi.kaiku.device.scanner;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.usb.HidReportDescriptor;
import fi.kaiku.device.usb.UsbHost;
import fi.kaiku.device.usb.UsbInterface;
import fi.kaiku.device.usb.UsbInterfaceClaim;
import fi.kaiku.device.usb.UsbLocation;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/**
 * Claims a scanner's HID interface and reads it as its own descriptor says. What turns out to be
 * something else is given back at once; a keyboard is not even asked unless it is confirmed.
 */
final class HidOpening {
  private static final Logger LOG = System.getLogger(HidOpening.class.getName());

  private final Claims claims;
  private final WedgeAllowList keyboards;
  private final InstantSource clock;

  /** How an interface is claimed: {@link UsbHost#claim}. */
  @FunctionalInterface
  interface Claims {
    UsbInterfaceClaim claim(UsbLocation where, UsbInterface wanted) throws IOException;
  }

  HidOpening(Claims claims, WedgeAllowList keyboards, InstantSource clock) {
    this.claims = claims;
    this.keyboards = keyboards;
    this.clock = clock;
  }

  ScanLine open(DeviceName name, UsbDevice device, UsbFunction function, UsbScannerSetup setup)
      throws IOException {
    return function.kind() == UsbFunction.Kind.KEYBOARD
        ? keyboard(name, device, function, setup)
        : claimed(name, device, function, setup);
  }

  /** Where its interface can't be had, a keyboard is read from the kernel's own driver. */
  private ScanLine keyboard(
      DeviceName name, UsbDevice device, UsbFunction function, UsbScannerSetup setup)
      throws IOException {
    WedgeAllowList.Leave leave = keyboards.leave(setup.address(), setup.layout());
    try {
      return claimed(name, device, function, setup);
    } catch (PortUnavailableException e) {
      if (e.reason() != Reason.NO_RIGHTS) {
        throw e;
      }
      return grabbed(name, leave, function, e);
    } catch (LinkageError e) {
      return grabbed(name, leave, function, e);
    }
  }

  private ScanLine grabbed(
      DeviceName name, WedgeAllowList.Leave leave, UsbFunction function, Throwable refusal)
      throws IOException {
    try {
      ScanLine line = EvdevLine.open(name, leave, function, clock);
      LOG.log(Level.INFO, "scanner {0}: read through evdev, since {1}", name, refusal);
      return line;
    } catch (IOException e) {
      e.addSuppressed(refusal);
      throw e;
    }
  }

  private ScanLine claimed(
      DeviceName name, UsbDevice device, UsbFunction function, UsbScannerSetup setup)
      throws IOException {
    UsbInterfaceClaim claim = claims.claim(device.where(), function.usb());
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
