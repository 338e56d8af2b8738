package fi.kaiku.terminal.config;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.scanner.Framing;
import fi.kaiku.device.scanner.KeyLayout;
import fi.kaiku.device.scanner.ScannerKind;
import fi.kaiku.device.scanner.UsbScannerSetup;
import fi.kaiku.terminal.input.NearestName;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One bar code reader.
 *
 * @param kind how a USB reader is to be read
 * @param baud bits per second of a serial line; USB-CDC readers ignore it
 * @param layout of the keyboard that the reader plays, if it does
 */
public record ScannerConfig(
    DeviceName name,
    PortAddress port,
    ScannerKind kind,
    int baud,
    Framing framing,
    KeyLayout layout) {
  private static final Duration IDLE_MIN = Duration.ofMillis(20);
  private static final Duration IDLE_MAX = Duration.ofSeconds(5);

  /**
   * @param keyboards that are confirmed as readers
   */
  static ScannerConfig read(Section scanner, DeviceNames names, Set<PortAddress.Usb> keyboards) {
    DeviceName name = names.readName(scanner, names.scanners());
    PortAddress port = names.readPort(scanner, ValueKinds.scannerPort());
    ScannerKind kind =
        scanner.optional("kind", ValueKinds.word(ScannerKind.class), ScannerKind.AUTO);
    KeyLayout layout = scanner.optional("layout", ValueKinds.word(KeyLayout.class), KeyLayout.US);
    int baud = scanner.optional("baud", ValueKinds.baud(), ValueKinds.BAUD_DEFAULT);
    Framing usual = Framing.unknown();
    Framing framing =
        new Framing(
            scanner.optional("suffix", ValueKinds.word(Framing.Suffix.class), usual.suffix()),
            scanner.optional("idle", ValueKinds.duration(IDLE_MIN, IDLE_MAX), usual.idle()));
    check(scanner, port, kind, keyboards);
    return new ScannerConfig(name, port, kind, baud, framing, layout);
  }

  private static void check(
      Section scanner, PortAddress port, ScannerKind kind, Set<PortAddress.Usb> keyboards) {
    if (port instanceof PortAddress.Usb usb) {
      if (kind == ScannerKind.KEYBOARD && !keyboards.contains(usb)) {
        List<String> known = keyboards.stream().map(PortAddress.Usb::text).toList();
        scanner.problem(
            "port",
            "'%s' is not among scanning-keyboards, expected one that is confirmed there%s"
                .formatted(usb.text(), NearestName.hint(usb.text(), known)));
      }
    } else if (kind == ScannerKind.HID_POS || kind == ScannerKind.KEYBOARD) {
      scanner.problem("kind", "only a 'usb:' port can be of this kind, expected auto or serial");
    }
  }

  /** What to look for on USB, where the port is there. */
  public UsbScannerSetup on(PortAddress.Usb usb) {
    return new UsbScannerSetup(usb, kind, baud, framing, layout);
  }
}
