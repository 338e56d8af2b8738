package fi.kaiku.device.usb;

import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import java.io.IOException;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;

/**
 * Claims interfaces of USB devices for user space. Each claim has a libusb context of its own, so
 * that one device's trouble is not another's, and because a context that lives on does not learn of
 * new devices where no udevd runs (costs 40-145 ms a claim). Thread-safe; holds nothing.
 */
public final class UsbHost {

  /**
   * Takes an interface from whatever kernel driver has it; the driver gets it back when the claim
   * is closed. Only the one interface: a device's others stay as they are.
   *
   * @throws PortUnavailableException when the device is gone, claimed by another or not ours
   * @throws IOException when libusb says something else
   */
  public UsbInterfaceClaim claim(UsbLocation where, UsbInterface wanted) throws IOException {
    Context context = new Context();
    check(LibUsb.init(context), "start libusb for " + where);
    try {
      return new UsbInterfaceClaim(context, open(context, where, wanted), where, wanted);
    } catch (IOException | RuntimeException e) {
      LibUsb.exit(context);
      throw e;
    }
  }

  private static DeviceHandle open(Context context, UsbLocation where, UsbInterface wanted)
      throws IOException {
    DeviceList list = new DeviceList();
    check(LibUsb.getDeviceList(context, list), "list USB devices");
    try {
      DeviceHandle handle = new DeviceHandle();
      check(LibUsb.open(find(list, where), handle), "open " + where);
      try {
        take(handle, where, wanted);
        return handle;
      } catch (IOException e) {
        LibUsb.close(handle);
        throw e;
      }
    } finally {
      LibUsb.freeDeviceList(list, true);
    }
  }

  private static Device find(DeviceList list, UsbLocation where) throws IOException {
    for (Device device : list) {
      if (LibUsb.getBusNumber(device) == where.bus()
          && LibUsb.getDeviceAddress(device) == where.device()) {
        return device;
      }
    }
    throw new PortUnavailableException(Reason.ABSENT, "open " + where + ": no such device", null);
  }

  private static void take(DeviceHandle handle, UsbLocation where, UsbInterface wanted)
      throws IOException {
    // Works although hasCapability(CAP_SUPPORTS_DETACH_KERNEL_DRIVER) says false (an 8-bit cast).
    check(LibUsb.setAutoDetachKernelDriver(handle, true), "detach the driver of " + where);
    check(
        LibUsb.claimInterface(handle, wanted.number()),
        "claim interface " + wanted.number() + " of " + where);
    if (wanted.alternate() != 0) {
      int result = LibUsb.setInterfaceAltSetting(handle, wanted.number(), wanted.alternate());
      if (result != LibUsb.SUCCESS) {
        LibUsb.releaseInterface(handle, wanted.number());
      }
      check(result, "set alternate " + wanted.alternate() + " of " + where);
    }
  }

  private static void check(int result, String what) throws IOException {
    if (result >= 0) {
      return;
    }
    String message = what + ": " + LibUsb.errorName(result);
    switch (result) {
      case LibUsb.ERROR_ACCESS ->
          throw new PortUnavailableException(Reason.NO_RIGHTS, message, null);
      case LibUsb.ERROR_BUSY ->
          throw new PortUnavailableException(Reason.HELD_BY_OTHER, message, null);
      case LibUsb.ERROR_NO_DEVICE, LibUsb.ERROR_NOT_FOUND ->
          throw new PortUnavailableException(Reason.ABSENT, message, null);
      default -> throw new IOException(message);
    }
  }
}
