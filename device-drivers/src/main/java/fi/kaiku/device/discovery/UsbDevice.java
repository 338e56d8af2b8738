package fi.kaiku.device.discovery;

import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.usb.UsbLocation;
import java.util.List;

/**
 * A USB device that is plugged in now.
 *
 * @param place the socket, such as {@code 1-1.2}: bus, then the port at each hub
 * @param serial as it tells itself; empty when it has none
 */
public record UsbDevice(
    UsbLocation where,
    String place,
    int vendor,
    int product,
    String serial,
    String maker,
    String name,
    List<UsbFunction> functions) {
  public UsbDevice {
    functions = List.copyOf(functions);
  }

  /** The address to write into {@code terminal.yaml}, good after a re-plug too. */
  public PortAddress.Usb address() {
    return new PortAddress.Usb(vendor, product, serial, serial.isEmpty() ? place : "");
  }

  /** What it is and where, for logs and technicians. */
  public String words() {
    String what = (maker + " " + name).strip();
    return (what.isEmpty() ? "" : what + ", ") + address().text() + " in socket " + place;
  }

  /** Whether the kernel is done with it: a driver is named before it has made its device files. */
  public boolean isSettled() {
    return functions.stream().anyMatch(function -> !function.nodes().isEmpty())
        && functions.stream().noneMatch(UsbFunction::isUnreadHid);
  }

  /** Its functions of one kind. */
  public List<UsbFunction> functions(UsbFunction.Kind kind) {
    return functions.stream().filter(function -> function.kind() == kind).toList();
  }
}
