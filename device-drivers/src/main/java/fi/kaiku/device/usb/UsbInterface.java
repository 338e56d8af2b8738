package fi.kaiku.device.usb;

import java.util.List;

/** One alternate setting of one interface, as the device describes it (USB 2.0, 9.6.5). */
public record UsbInterface(
    int number,
    int alternate,
    int usbClass,
    int subclass,
    int protocol,
    List<UsbEndpoint> endpoints) {
  public static final int CLASS_HID = 3;
  public static final int CLASS_PRINTER = 7;

  /** HID subclass and protocol of a keyboard that a BIOS can read. */
  private static final int BOOT_SUBCLASS = 1;

  private static final int BOOT_KEYBOARD = 1;

  public UsbInterface {
    endpoints = List.copyOf(endpoints);
  }

  public boolean isHid() {
    return usbClass == CLASS_HID;
  }

  public boolean isPrinter() {
    return usbClass == CLASS_PRINTER;
  }

  public boolean isBootKeyboard() {
    return isHid() && subclass == BOOT_SUBCLASS && protocol == BOOT_KEYBOARD;
  }

  /** Its endpoints of one kind and direction, in the order of the descriptor. */
  public List<UsbEndpoint> endpoints(UsbEndpoint.Kind kind, Direction direction) {
    return endpoints.stream()
        .filter(e -> e.kind() == kind && e.isIn() == (direction == Direction.IN))
        .toList();
  }

  /** Seen from the computer. */
  public enum Direction {
    IN,
    OUT
  }
}
