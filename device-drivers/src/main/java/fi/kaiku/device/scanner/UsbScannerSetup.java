package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.port.PortAddress;

/**
 * Which USB scanner, and how it is set.
 *
 * @param baud bits per second of a serial adapter's line
 * @param framing of a serial line
 * @param layout of the keyboard that it plays
 */
public record UsbScannerSetup(
    PortAddress.Usb address, ScannerKind kind, int baud, Framing framing, KeyLayout layout) {
  private static final int USUAL_BAUD = 9_600;

  public UsbScannerSetup {
    requireNonNull(address, "address");
    requireNonNull(kind, "kind");
    requireNonNull(framing, "framing");
    requireNonNull(layout, "layout");
  }

  /** As scanners leave the factory. */
  public static UsbScannerSetup usual(PortAddress.Usb address, ScannerKind kind) {
    return new UsbScannerSetup(address, kind, USUAL_BAUD, Framing.unknown(), KeyLayout.US);
  }
}
