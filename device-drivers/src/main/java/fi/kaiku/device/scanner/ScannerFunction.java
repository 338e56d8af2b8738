package fi.kaiku.device.scanner;

import fi.kaiku.device.discovery.UsbDevice;
import fi.kaiku.device.discovery.UsbFunction;
import fi.kaiku.device.discovery.UsbFunction.Kind;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.util.List;

/** Which of a USB device's functions is the scanner. Pure. */
final class ScannerFunction {

  /** What to take where nobody said: first what tells most of a scan, last what could be typing. */
  private static final List<Kind> BY_PREFERENCE =
      List.of(Kind.HID_POS, Kind.SERIAL_LINE, Kind.KEYBOARD);

  private ScannerFunction() {}

  /**
   * The function to read from. It may be a HID that no driver has, of which sysfs can't tell what
   * it is (after a crash of ours): it is asked after the claim, which disturbs nobody.
   *
   * @throws PortUnavailableException when there is none, or another program has it
   */
  static UsbFunction of(UsbDevice device, ScannerKind kind) throws PortUnavailableException {
    List<Kind> wanted =
        switch (kind) {
          case AUTO -> BY_PREFERENCE;
          case SERIAL -> List.of(Kind.SERIAL_LINE);
          case HID_POS -> List.of(Kind.HID_POS);
          case KEYBOARD -> List.of(Kind.KEYBOARD);
        };
    for (Kind each : wanted) {
      for (UsbFunction function : device.functions(each)) {
        if (!function.isClaimed()) {
          return function;
        }
      }
    }
    return device.functions().stream()
        .filter(function -> kind != ScannerKind.SERIAL && function.isUnaskedHid())
        .findFirst()
        .orElseThrow(() -> none(device, kind));
  }

  private static PortUnavailableException none(UsbDevice device, ScannerKind kind) {
    if (device.functions().stream().anyMatch(UsbFunction::isClaimed)) {
      return new PortUnavailableException(
          Reason.HELD_BY_OTHER, device.place() + ": claimed by another program", null);
    }
    if (!device.isSettled()) {
      return new PortUnavailableException(
          Reason.NOT_READY, device.place() + ": the kernel has not made it ready", null);
    }
    String what =
        switch (kind) {
          case AUTO -> "interface of a scanner";
          case SERIAL -> "serial line";
          case HID_POS -> "HID POS interface";
          case KEYBOARD -> "keyboard interface";
        };
    return new PortUnavailableException(
        Reason.WRONG_MODE,
        device.place() + ": has no " + what + "; is the scanner in another mode?",
        null);
  }
}
