package fi.kaiku.device.printer;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PortOpener;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A way to a virtual printer on which its answers are changed. */
final class FaultyAnswers implements PortOpener {
  private final VirtualPrinter printer;
  private final UnaryOperator<byte[]> fault;

  FaultyAnswers(VirtualPrinter printer, UnaryOperator<byte[]> fault) {
    this.printer = printer;
    this.fault = fault;
  }

  @Override
  public BytePort open() throws IOException {
    BytePort real = printer.open();
    return new BytePort() {
      @Override
      public int read(byte[] buffer, Duration timeout) throws IOException {
        int count = real.read(buffer, timeout);
        byte[] changed = fault.apply(Arrays.copyOf(buffer, count));
        System.arraycopy(changed, 0, buffer, 0, changed.length);
        return changed.length;
      }

      @Override
      public void write(byte[] bytes, Duration timeout) throws IOException {
        real.write(bytes, timeout);
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }
}
