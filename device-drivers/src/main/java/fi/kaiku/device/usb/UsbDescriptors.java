package fi.kaiku.device.usb;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the interfaces out of a device's raw descriptors, as in sysfs' {@code descriptors} file: a
 * device descriptor, then configurations with everything in them. Pure; of damaged descriptors it
 * gives what is whole, and never throws: the device may lie.
 */
public final class UsbDescriptors {
  private static final int CONFIGURATION = 2;
  private static final int INTERFACE = 4;
  private static final int INTERFACE_LENGTH = 9;
  private static final int ENDPOINT = 5;
  private static final int ENDPOINT_LENGTH = 7;

  private UsbDescriptors() {}

  /** The interfaces of the first configuration, each alternate setting by itself. */
  public static List<UsbInterface> interfaces(byte[] raw) {
    List<UsbInterface> found = new ArrayList<>();
    int configurations = 0;
    for (int i = 0; i + 1 < raw.length && at(raw, i) >= 2; i += at(raw, i)) {
      int length = Math.min(at(raw, i), raw.length - i);
      switch (at(raw, i + 1)) {
        case CONFIGURATION -> configurations++;
        case INTERFACE -> {
          if (length >= INTERFACE_LENGTH && configurations == 1) {
            found.add(interfaceAt(raw, i));
          }
        }
        case ENDPOINT -> {
          if (length >= ENDPOINT_LENGTH && configurations == 1 && !found.isEmpty()) {
            found.add(with(found.removeLast(), endpointAt(raw, i)));
          }
        }
        default -> {}
      }
    }
    return List.copyOf(found);
  }

  private static UsbInterface interfaceAt(byte[] raw, int i) {
    return new UsbInterface(
        at(raw, i + 2), at(raw, i + 3), at(raw, i + 5), at(raw, i + 6), at(raw, i + 7), List.of());
  }

  private static UsbEndpoint endpointAt(byte[] raw, int i) {
    UsbEndpoint.Kind kind =
        switch (at(raw, i + 3) & 3) {
          case 0 -> UsbEndpoint.Kind.CONTROL;
          case 1 -> UsbEndpoint.Kind.ISOCHRONOUS;
          case 2 -> UsbEndpoint.Kind.BULK;
          default -> UsbEndpoint.Kind.INTERRUPT;
        };
    // Bits 11 and 12 count extra transactions of a high-speed frame.
    int packetSize = (at(raw, i + 4) | (at(raw, i + 5) << 8)) & 0x7FF;
    return new UsbEndpoint(at(raw, i + 2), kind, packetSize);
  }

  private static UsbInterface with(UsbInterface to, UsbEndpoint endpoint) {
    List<UsbEndpoint> endpoints = new ArrayList<>(to.endpoints());
    endpoints.add(endpoint);
    return new UsbInterface(
        to.number(), to.alternate(), to.usbClass(), to.subclass(), to.protocol(), endpoints);
  }

  private static int at(byte[] raw, int i) {
    return raw[i] & 0xFF;
  }
}
