package fi.kaiku.device.usb;

import fi.kaiku.device.port.DisturbedPortException;
import fi.kaiku.device.usb.UsbInterfaceClaim.Transferred;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.usb4java.LibUsb;

/** Data from one endpoint of a claimed interface. For one thread. */
public final class UsbInPipe {
  /** A packet longer than the buffer is an error (babble): never less than a full-speed packet. */
  private static final int SMALLEST_BUFFER = 64;

  /** So many failed or empty transfers in a row, and the device is given up: no busy loop. */
  private static final int MOST_FAILURES = 8;

  private final UsbInterfaceClaim claim;
  private final UsbEndpoint endpoint;
  private final ByteBuffer data;
  private int failures;

  UsbInPipe(UsbInterfaceClaim claim, UsbEndpoint endpoint) {
    this.claim = claim;
    this.endpoint = endpoint;
    this.data = ByteBuffer.allocateDirect(Math.max(SMALLEST_BUFFER, endpoint.packetSize()));
  }

  /** The most that one {@link #read} gives: a caller's buffer is at least as long. */
  public int longestRead() {
    return data.capacity();
  }

  /**
   * Waits for one transfer: a report of a HID device, at most a packet of a printer.
   *
   * @return how many bytes were put at the start of {@code buffer}; 0 when the time-out passed
   * @throws LostTransferException when a transfer was lost and reading can go on
   * @throws DisturbedPortException when nothing comes but failures
   * @throws IOException when the device is gone or the claim closed
   */
  public int read(byte[] buffer, Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      data.clear();
      long left = Math.max(end - System.nanoTime(), 0);
      Transferred done = claim.transfer(endpoint, data, Duration.ofNanos(left));
      if (done.count() > 0 && isFine(done.result())) {
        failures = 0;
        data.get(0, buffer, 0, done.count());
        return done.count();
      }
      if (done.result() != LibUsb.ERROR_TIMEOUT) {
        recover(done);
      } else if (System.nanoTime() - end >= 0) {
        return 0;
      }
    }
  }

  /** A time-out can come with the bytes that made it. */
  private static boolean isFine(int result) {
    return result == LibUsb.SUCCESS || result == LibUsb.ERROR_TIMEOUT;
  }

  private void recover(Transferred done) throws IOException {
    failures++;
    int result = done.result();
    if (result == LibUsb.ERROR_NO_DEVICE) {
      throw claim.failure("read", result);
    }
    if (failures > MOST_FAILURES) {
      IOException last = claim.failure("read", result);
      throw new DisturbedPortException(
          last.getMessage() + ", as " + MOST_FAILURES + " before it", last);
    }
    if (result == LibUsb.SUCCESS) {
      // An empty packet says nothing and loses nothing.
      return;
    }
    if (result == LibUsb.ERROR_PIPE) {
      claim.clearHalt(endpoint);
    }
    throw new LostTransferException("read: " + LibUsb.errorName(result));
  }
}
