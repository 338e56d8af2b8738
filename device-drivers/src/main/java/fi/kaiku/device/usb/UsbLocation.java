package fi.kaiku.device.usb;

/** Where the kernel has put a device until its next unplug: {@code /dev/bus/usb/BBB/DDD}. */
public record UsbLocation(int bus, int device) {
  public UsbLocation {
    if (bus < 1 || device < 1 || device > 127) {
      throw new IllegalArgumentException("USB location " + bus + "/" + device);
    }
  }

  @Override
  public String toString() {
    return "USB bus %d device %d".formatted(bus, device);
  }
}
