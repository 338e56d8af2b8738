package fi.kaiku.terminal.config;

import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortAddress;
import fi.kaiku.device.scanner.Framing;
import java.time.Duration;

/**
 * One bar code reader.
 *
 * @param baud bits per second of a serial line; USB-CDC readers ignore it
 */
public record ScannerConfig(DeviceName name, PortAddress port, int baud, Framing framing) {
  private static final Duration IDLE_MIN = Duration.ofMillis(20);
  private static final Duration IDLE_MAX = Duration.ofSeconds(5);

  static ScannerConfig read(Section scanner, DeviceNames names) {
    DeviceName name = names.readName(scanner, names.scanners());
    PortAddress port = names.readPort(scanner, ValueKinds.scannerPort());
    int baud = scanner.optional("baud", ValueKinds.baud(), ValueKinds.BAUD_DEFAULT);
    Framing usual = Framing.unknown();
    Framing framing =
        new Framing(
            scanner.optional("suffix", ValueKinds.word(Framing.Suffix.class), usual.suffix()),
            scanner.optional("idle", ValueKinds.duration(IDLE_MIN, IDLE_MAX), usual.idle()));
    return new ScannerConfig(name, port, baud, framing);
  }
}
