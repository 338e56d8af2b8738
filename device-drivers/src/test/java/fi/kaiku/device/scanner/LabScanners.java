package fi.kaiku.device.scanner;

import fi.kaiku.device.discovery.SysfsScan;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.usb.UsbHost;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Scanners of the lab's guest, made as the terminal makes them. */
final class LabScanners {
  /** An emulated processor takes far more time for the same work; a busy loop takes all of it. */
  static final double BUSY_SHARE = 0.8;

  /** Emulated on a busy machine, seconds are only an order of magnitude. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private LabScanners() {}

  static Scanner scanner(PortAddress.Usb address, ScannerKind kind, PortAddress.Usb... confirmed) {
    return new UsbScanners(
            new SysfsScan(Path.of("/sys")),
            new UsbHost(),
            new WedgeAllowList(Set.of(confirmed)),
            InstantSource.system())
        .scanner(ScannerContract.DESK, UsbScannerSetup.usual(address, kind));
  }
}
