package fi.kaiku.device.printer;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a virtual printer on which some questions get lost. */
final class DeafPrinter implements PortOpener {
  private final VirtualPrinter printer;
  private final Map<RealTimeQuery, Integer> toBeMissed = new ConcurrentHashMap<>();

  DeafPrinter(VirtualPrinter printer) {
    this.printer = printer;
  }

  void missOnce(RealTimeQuery query) {
    toBeMissed.put(query, 1);
  }

  void missAlways(RealTimeQuery query) {
    toBeMissed.put(query, Integer.MAX_VALUE);
  }

  private boolean misses(byte... command) {
    return Arrays.stream(RealTimeQuery.values())
        .filter(query -> Arrays.equals(query.command(), command))
        .anyMatch(query -> toBeMissed.merge(query, -1, Integer::sum) >= 0);
  }

  @Override
  public BytePort open() throws IOException {
    BytePort real = printer.open();
    return new BytePort() {
      @Override
      public int read(byte[] buffer, Duration timeout) throws IOException {
        return real.read(buffer, timeout);
      }

      @Override
      public void write(byte[] bytes, Duration timeout) throws IOException {
        if (!misses(bytes)) {
          real.write(bytes, timeout);
        }
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }
}
