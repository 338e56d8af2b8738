package fi.kaiku.terminal.api;

import fi.kaiku.device.virtual.VirtualScanner;
import java.nio.file.Path;
import java.util.Map;

/**
 * The devices of this terminal that are played by software, by their names; empty on a terminal
 * with real devices.
 *
 * @param sampleCards the demo's cards, a CSV of {@code code,text}
 */
public record VirtualDevices(
    Map<String, VirtualScanner> scanners, Map<String, VirtualPaper> printers, Path sampleCards) {
  public VirtualDevices {
    scanners = Map.copyOf(scanners);
    printers = Map.copyOf(printers);
  }

  boolean isEmpty() {
    return scanners.isEmpty() && printers.isEmpty();
  }
}
