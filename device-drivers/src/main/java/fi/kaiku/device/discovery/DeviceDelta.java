package fi.kaiku.device.discovery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happened on the USB between two looks. Each plug-in has a number of its own, so a device
 * that was re-plugged in between is gone and arrived.
 *
 * @param changed its drivers came or went: a tty appeared, or a program claimed it
 */
public record DeviceDelta(List<UsbDevice> gone, List<UsbDevice> arrived, List<UsbDevice> changed) {
  public DeviceDelta {
    gone = List.copyOf(gone);
    arrived = List.copyOf(arrived);
    changed = List.copyOf(changed);
  }

  /** Pure. */
  static DeviceDelta between(List<UsbDevice> before, List<UsbDevice> after) {
    Map<Object, UsbDevice> old = byPlug(before);
    Map<Object, UsbDevice> now = byPlug(after);
    return new DeviceDelta(
        before.stream().filter(device -> !now.containsKey(plug(device))).toList(),
        after.stream().filter(device -> !old.containsKey(plug(device))).toList(),
        after.stream()
            .filter(device -> old.containsKey(plug(device)))
            .filter(device -> !device.equals(old.get(plug(device))))
            .toList());
  }

  /** The socket too: after 127 plug-ins the kernel's numbers begin anew. */
  private static Object plug(UsbDevice device) {
    return List.of(device.where(), device.place(), device.address());
  }

  private static Map<Object, UsbDevice> byPlug(List<UsbDevice> devices) {
    return devices.stream()
        .collect(Collectors.toMap(DeviceDelta::plug, Function.identity(), (a, b) -> a));
  }

  public boolean isEmpty() {
    return gone.isEmpty() && arrived.isEmpty() && changed.isEmpty();
  }

  /** Whether something is usable now that was not before. */
  public boolean bringsSomething() {
    return !arrived.isEmpty() || !changed.isEmpty();
  }
}
