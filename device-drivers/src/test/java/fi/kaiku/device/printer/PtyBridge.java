package fi.kaiku.device.printer;

import fi.kaiku.device.port.BytePort;
import fi.kaiku.device.port.PtyDevice;
import fi.kaiku.device.virtual.VirtualPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A virtual printer behind a real pseudo-terminal: plugged in while the printer is on, gone while
 * it is off.
 */
final class PtyBridge {
  private static final Duration LOOK_AROUND = Duration.ofMillis(20);

  private final VirtualPrinter printer;
  private final Path link;
  private final CountDownLatch plugged = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread worker;

  PtyBridge(VirtualPrinter printer, Path link) throws InterruptedException {
    this.printer = printer;
    this.link = link;
    this.worker = Thread.ofPlatform().name("pty-bridge").daemon().start(this::work);
    plugged.await(TestPrinters.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void work() {
    try {
      while (!closed.await(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
        connect();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void connect() throws InterruptedException {
    Thread down = null;
    try (BytePort port = printer.open();
        PtyDevice line = PtyDevice.plug(link)) {
      down = Thread.ofPlatform().daemon().start(() -> takeBytes(line.received(), port));
      plugged.countDown();
      sendAnswers(port, line);
    } catch (IOException off) {
      // Switched off or broken: looked for again a little later.
    }
    if (down != null) {
      down.join(TestPrinters.LIMIT);
    }
  }

  private static void takeBytes(InputStream from, BytePort port) {
    byte[] buffer = new byte[4096];
    try (port) {
      int count;
      while ((count = from.read(buffer)) >= 0) {
        port.write(Arrays.copyOf(buffer, count), Duration.ofDays(1));
      }
    } catch (IOException over) {
      // The printer broke or the line was pulled: the other direction ends too.
    }
  }

  private void sendAnswers(BytePort port, PtyDevice line) throws IOException {
    byte[] buffer = new byte[256];
    while (closed.getCount() > 0) {
      int count = port.read(buffer, LOOK_AROUND);
      if (count > 0) {
        line.send(Arrays.copyOf(buffer, count));
      }
    }
  }

  void stop() throws InterruptedException {
    closed.countDown();
    worker.join(TestPrinters.LIMIT);
  }
}
