package fi.kaiku.device.discovery;

import fi.kaiku.device.usb.UsbInterface;
import fi.kaiku.device.usb.UsbLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Devices in some of four sockets, of few models and numbers, so that they often coincide. */
final class SomeUsbDevices {
  private static final int SOCKETS = 4;
  private static final UsbInterface CDC = new UsbInterface(0, 0, 2, 2, 1, List.of());

  private SomeUsbDevices() {}

  static List<UsbDevice> some(Random random) {
    List<UsbDevice> devices = new ArrayList<>();
    for (int socket = 1; socket <= SOCKETS; socket++) {
      if (random.nextBoolean()) {
        devices.add(device(random, socket));
      }
    }
    return devices;
  }

  private static UsbDevice device(Random random, int socket) {
    String driver = random.nextBoolean() ? "cdc_acm" : "";
    return new UsbDevice(
        // A number is used once at a time; the next plug-in gets another one.
        new UsbLocation(1, socket + SOCKETS * random.nextInt(2)),
        "1-" + socket,
        0x05f9,
        0x4204,
        random.nextBoolean() ? "A" : "",
        "Maker",
        "Scanner",
        List.of(new UsbFunction(CDC, List.of(), driver, List.of())));
  }
}
