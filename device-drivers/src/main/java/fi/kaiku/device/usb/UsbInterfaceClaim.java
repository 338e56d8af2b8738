package fi.kaiku.device.usb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.usb4java.BufferUtils;
import org.usb4java.Context;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/**
 * An interface of a USB device that is ours until {@link #close()}: no kernel driver and no other
 * program sees its data. Used by the device's owner thread, or by one thread for each direction.
 *
 * <p>{@link #close()} may come from any thread. Freeing a handle under a running transfer would
 * crash the process, so close waits for it, and no transfer runs for longer than {@link
 * #LONGEST_TRANSFER}, no request for longer than {@link #LONGEST_REQUEST}.
 */
public final class UsbInterfaceClaim implements AutoCloseable {
  /** How long {@link #close()} may have to wait; waiting longer costs more wake-ups. */
  static final Duration LONGEST_TRANSFER = Duration.ofMillis(250);

  /** Requests come at the start only; a busy machine or a slow device may take this long. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(1);

  private final Context context;
  private final DeviceHandle handle;
  private final UsbLocation where;
  private final UsbInterface claimed;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private volatile boolean closed;
  private boolean freed;

  UsbInterfaceClaim(Context context, DeviceHandle handle, UsbLocation where, UsbInterface claimed) {
    this.context = context;
    this.handle = handle;
    this.where = where;
    this.claimed = claimed;
  }

  public UsbInterface claimed() {
    return claimed;
  }

  /** Reads from a bulk or interrupt endpoint; for one thread. */
  public UsbInPipe in(UsbEndpoint endpoint) {
    return new UsbInPipe(this, endpoint);
  }

  /** Writes to a bulk or interrupt endpoint; for one thread. */
  public UsbOutPipe out(UsbEndpoint endpoint) {
    return new UsbOutPipe(this, endpoint);
  }

  /**
   * A control request that brings data.
   *
   * @param type bmRequestType, with bit 7 set
   * @return what came, at most {@code length} bytes
   * @throws IOException when the device refuses (a stall: it does not know the request) or is gone
   */
  public byte[] controlIn(int type, int request, int value, int index, int length)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocateDirect(length);
    byte[] answer = new byte[control(type, request, value, index, data)];
    data.get(0, answer);
    return answer;
  }

  /** A control request that carries data, or none. */
  public void controlOut(int type, int request, int value, int index, byte... bytes)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocateDirect(bytes.length);
    data.put(bytes).rewind();
    control(type, request, value, index, data);
  }

  private int control(int type, int request, int value, int index, ByteBuffer data)
      throws IOException {
    inUse.readLock().lock();
    try {
      ensureOpen();
      int result =
          LibUsb.controlTransfer(
              handle,
              (byte) type,
              (byte) request,
              (short) value,
              (short) index,
              data,
              LONGEST_REQUEST.toMillis());
      if (result < 0) {
        throw failure("request 0x%02x".formatted(request), result);
      }
      return result;
    } finally {
      inUse.readLock().unlock();
    }
  }

  /** One transfer of the buffer's remaining bytes; does not throw what libusb says. */
  Transferred transfer(UsbEndpoint endpoint, ByteBuffer data, Duration timeout) throws IOException {
    IntBuffer moved = BufferUtils.allocateIntBuffer();
    inUse.readLock().lock();
    try {
      ensureOpen();
      byte address = (byte) endpoint.address();
      // To libusb a time-out of 0 is for ever.
      long millis = Math.clamp(timeout.toMillis(), 1, LONGEST_TRANSFER.toMillis());
      int result =
          switch (endpoint.kind()) {
            case INTERRUPT -> LibUsb.interruptTransfer(handle, address, data, moved, millis);
            case BULK -> LibUsb.bulkTransfer(handle, address, data, moved, millis);
            case CONTROL, ISOCHRONOUS ->
                throw new IllegalArgumentException("no transfers on " + endpoint);
          };
      return new Transferred(result, moved.get(0));
    } finally {
      inUse.readLock().unlock();
    }
  }

  /** Ends a stall of the endpoint; without success when the device is gone. */
  void clearHalt(UsbEndpoint endpoint) throws IOException {
    inUse.readLock().lock();
    try {
      ensureOpen();
      LibUsb.clearHalt(handle, (byte) endpoint.address());
    } finally {
      inUse.readLock().unlock();
    }
  }

  IOException failure(String what, int result) {
    return new IOException(where + ": " + what + ": " + LibUsb.errorName(result));
  }

  private void ensureOpen() throws IOException {
    if (closed) {
      throw new IOException(where + ": closed");
    }
  }

  /** Gives the interface back to its kernel driver. Harmless when repeated. */
  @Override
  public void close() {
    closed = true;
    inUse.writeLock().lock();
    try {
      if (!freed) {
        freed = true;
        LibUsb.releaseInterface(handle, claimed.number());
        LibUsb.close(handle);
        LibUsb.exit(context);
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }

  /**
   * How one transfer ended.
   *
   * @param result a libusb code, 0 or negative
   * @param count bytes moved, also when it failed
   */
  record Transferred(int result, int count) {}
}
