package fi.kaiku.device.scanner;

import static java.util.Objects.requireNonNull;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.PortOpener;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A scanner that sends plain bytes: RS-232, USB-CDC, a pseudo-terminal, or a virtual wire. */
public final class SerialScanner implements Scanner {
  private final ScannerOwner owner;

  /**
   * @param opener opens the port anew after each trouble
   */
  public SerialScanner(DeviceName name, PortOpener opener, Framing framing, InstantSource clock) {
    requireNonNull(opener, "opener");
    requireNonNull(framing, "framing");
    this.owner =
        new ScannerOwner(name, () -> new ByteLine(name, opener.open(), framing, clock), clock);
  }

  @Override
  public DeviceName name() {
    return owner.name();
  }

  @Override
  public void start(Consumer<Reading> readings, Consumer<DeviceHealth> healthChanges) {
    owner.start(readings, healthChanges);
  }

  @Override
  public DeviceHealth health() {
    return owner.health();
  }

  @Override
  public void retryNow() {
    owner.retryNow();
  }

  @Override
  public void close() {
    owner.close();
  }
}
