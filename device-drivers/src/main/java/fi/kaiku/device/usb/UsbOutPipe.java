package fi.kaiku.device.usb;

import fi.kaiku.device.port.PartialWriteException;
import fi.kaiku.device.usb.UsbInterfaceClaim.Transferred;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.usb4java.LibUsb;

/** Data to one endpoint of a claimed interface. For one thread. */
public final class UsbOutPipe {
  /** One transfer's bytes; the kernel's usbfs takes 16 KiB without splitting. */
  private static final int CHUNK = 16_384;

  private final UsbInterfaceClaim claim;
  private final UsbEndpoint endpoint;
  private final ByteBuffer data = ByteBuffer.allocateDirect(CHUNK);

  UsbOutPipe(UsbInterfaceClaim claim, UsbEndpoint endpoint) {
    this.claim = claim;
    this.endpoint = endpoint;
  }

  /**
   * Writes all bytes; a device that takes them slowly, or not at once, is waited for.
   *
   * @param timeout for all bytes together
   * @throws PartialWriteException when it took too long (then the count is exact: what NAKed was
   *     not taken), stalled or is gone; a stall is cleared, so that the next write starts clean
   */
  public void write(byte[] bytes, Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    int taken = 0;
    while (taken < bytes.length) {
      int count = Math.min(CHUNK, bytes.length - taken);
      data.clear().put(bytes, taken, count);
      long left = end - System.nanoTime();
      Transferred done = transfer(taken, count, Duration.ofNanos(Math.max(left, 0)));
      if (!mayGoOn(done.result())) {
        // The last packet may have arrived although its acknowledgement did not.
        throw ended(done.result(), taken + count);
      }
      taken += done.count();
      if (done.result() == LibUsb.ERROR_TIMEOUT && System.nanoTime() - end >= 0) {
        throw PartialWriteException.tooSlow(
            "write: no more taken in " + timeout.toMillis() + " ms", taken);
      }
    }
  }

  private static PartialWriteException ended(int result, int atMost) {
    String message = "write: " + LibUsb.errorName(result);
    return result == LibUsb.ERROR_NO_DEVICE
        ? new PartialWriteException(message, atMost, null)
        : PartialWriteException.disturbed(message, atMost, null);
  }

  private static boolean mayGoOn(int result) {
    return result == LibUsb.SUCCESS || result == LibUsb.ERROR_TIMEOUT;
  }

  private Transferred transfer(int taken, int count, Duration left) throws IOException {
    try {
      // usb4java sends a buffer's whole capacity, whatever its limit: a slice has the right one.
      Transferred done = claim.transfer(endpoint, data.slice(0, count), left);
      if (done.result() == LibUsb.ERROR_PIPE) {
        claim.clearHalt(endpoint);
      }
      return done;
    } catch (IOException e) {
      throw new PartialWriteException("write: " + e.getMessage(), taken, e);
    }
  }
}
