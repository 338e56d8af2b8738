package fi.kaiku.device.virtual;

import fi.kaiku.device.DeviceHealth;
import fi.kaiku.device.DeviceName;
import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortUnavailableException;
import fi.kaiku.device.port.PortUnavailableException.Reason;
import fi.kaiku.device.scanner.Framing;
import fi.kaiku.device.scanner.Framing.Suffix;
import fi.kaiku.device.scanner.Reading;
import fi.kaiku.device.scanner.Scanner;
import fi.kaiku.device.scanner.SerialScanner;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A serial scanner without a wire, set to send AIM identifiers and CR: the demo scans with it. Its
 * bytes take the way of a real scanner's through {@link SerialScanner}. Any thread.
 */
public final class VirtualScanner implements Scanner {
  private final SerialScanner scanner;
  private ScriptedPort wire = new ScriptedPort();
  private boolean plugged = true;

  public VirtualScanner(DeviceName name, InstantSource clock) {
    this.scanner = new SerialScanner(name, this::open, Framing.ending(Suffix.CR), clock);
  }

  /**
   * Scans a code.
   *
   * @param aim the AIM identifier, such as {@code ]Q1}, or nothing
   */
  public void scan(String text, String aim) {
    send((aim + text + "\r").getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are; without effect while unplugged. */
  public synchronized void send(byte... bytes) {
    if (plugged) {
      wire.arrive(bytes);
    }
  }

  public synchronized void unplug() {
    plugged = false;
    wire.unplug();
  }

  public synchronized void plug() {
    if (!plugged) {
      plugged = true;
      wire = new ScriptedPort();
    }
  }

  /** What is sent before the owner thread has opened the port waits in the wire. */
  private synchronized BytePort open() throws PortUnavailableException {
    if (!plugged) {
      throw new PortUnavailableException(
          Reason.ABSENT, "virtual scanner " + scanner.name() + " is unplugged", null);
    }
    if (wire.isBroken()) {
      wire = new ScriptedPort();
    }
    return wire;
  }

  @Override
  public DeviceName name() {
    return scanner.name();
  }

  @Override
  public void start(Consumer<Reading> readings, Consumer<DeviceHealth> healthChanges) {
    scanner.start(readings, healthChanges);
  }

  @Override
  public DeviceHealth health() {
    return scanner.health();
  }

  @Override
  public void retryNow() {
    scanner.retryNow();
  }

  @Override
  public void close() {
    scanner.close();
  }
}
