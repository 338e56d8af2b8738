package fi.kaiku.device.discovery;

import fi.kaiku.device.usb.HidUsage;
import fi.kaiku.device.usb.UsbInterface;
import java.util.List;

/**
 * One thing that a USB device does: an interface of it, and what the kernel made of that.
 *
 * @param uses a HID's top-level usages; none when it is no HID or no driver has asked it
 * @param driver the kernel driver that has it now; empty when none, or when it is claimed
 * @param nodes its device files, such as {@code /dev/ttyACM0}
 */
public record UsbFunction(
    UsbInterface usb, List<HidUsage> uses, String driver, List<String> nodes) {
  /** usbfs: the driver's name while a program has claimed the interface. */
  private static final String CLAIMED = "usbfs";

  public UsbFunction {
    uses = List.copyOf(uses);
    nodes = List.copyOf(nodes);
  }

  /** What kind of function. */
  public enum Kind {
    SERIAL_LINE,
    HID_POS,
    KEYBOARD,
    PRINTER,
    OTHER
  }

  public Kind kind() {
    if (nodes.stream().anyMatch(node -> node.startsWith("/dev/tty"))) {
      return Kind.SERIAL_LINE;
    }
    if (usb.isPrinter()) {
      return Kind.PRINTER;
    }
    // Some scanners' keyboard interfaces do not say "boot keyboard": the usage tells. And what is
    // a keyboard besides something else is a keyboard first: it must never be taken by accident.
    if (uses.contains(HidUsage.KEYBOARD) || usb.isBootKeyboard()) {
      return Kind.KEYBOARD;
    }
    return uses.stream().anyMatch(use -> use.page() == HidUsage.BAR_CODE_SCANNER)
        ? Kind.HID_POS
        : Kind.OTHER;
  }

  /** A HID that no driver has, so that sysfs can't tell what it is: asking it disturbs nobody. */
  public boolean isUnaskedHid() {
    return usb.isHid() && driver.isEmpty() && !usb.isBootKeyboard();
  }

  /** A HID that a driver has, but has not asked yet what it is. */
  boolean isUnreadHid() {
    return usb.isHid() && uses.isEmpty() && !driver.isEmpty() && !isClaimed();
  }

  /** Whether a program has taken it from the kernel's drivers. */
  public boolean isClaimed() {
    return driver.equals(CLAIMED);
  }
}
