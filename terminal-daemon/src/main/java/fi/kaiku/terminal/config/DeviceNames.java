package fi.kaiku.terminal.config;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names and ports that are taken: each device has one of its own, and serves one station. */
record DeviceNames(
    Set<DeviceName> scanners,
    Set<DeviceName> printers,
    Set<PortAddress> ports,
    Set<DeviceName> scannersInUse,
    Set<DeviceName> printersInUse) {

  static final DeviceName PLACEHOLDER = new DeviceName("missing");

  static DeviceNames none() {
    return new DeviceNames(
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>());
  }

  DeviceName readName(Section device, Set<DeviceName> seen) {
    return device.required(
        "name",
        ValueKinds.deviceName().once(seen, "is the name of another one already"),
        PLACEHOLDER);
  }

  PortAddress readPort(Section device, ValueKind<PortAddress> kind) {
    return device.required(
        "port",
        kind.once(ports, "is the port of another device already"),
        new PortAddress.Virtual(PLACEHOLDER.value()));
  }

  ValueKind<DeviceName> freeScanner() {
    return free(scanners, scannersInUse);
  }

  ValueKind<DeviceName> freePrinter() {
    return free(printers, printersInUse);
  }

  private static ValueKind<DeviceName> free(Collection<DeviceName> known, Set<DeviceName> inUse) {
    return ValueKind.oneOf(known.stream().map(DeviceName::value).toList())
        .map(DeviceName::new)
        .once(inUse, "serves another station already; each station has its own");
  }
}
