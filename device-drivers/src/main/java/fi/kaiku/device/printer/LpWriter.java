package fi.kaiku.device.printer;

import fi.kaiku.device.port.PartialWriteException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes to a printer's file with a time limit. The driver has none: a write blocks until the
 * printer took it, and opened "non-blocking" the driver forgets that a transfer failed. So a thread
 * of its own blocks, with one slice at a time, and a late slice is waited for by the next write.
 */
final class LpWriter implements AutoCloseable {
  /** As much as usblp hands to the printer in one transfer. */
  private static final int SLICE_BYTES = 8192;

  private final FileChannel channel;
  private final Path path;
  private final ExecutorService thread;
  private Slice late;

  /** What the thread has on its hands. */
  private record Slice(int length, Future<Integer> written) {}

  LpWriter(FileChannel channel, Path path) {
    this.channel = channel;
    this.path = path;
    this.thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("write-" + path.getFileName()).daemon().factory());
  }

  /**
   * Writes all bytes, or fails as {@link fi.kaiku.device.port.BytePort#write} says. A slice that
   * the printer takes late counts as taken: it may take it any moment.
   */
  void write(byte[] bytes, Duration timeout) throws PartialWriteException {
    long end = System.nanoTime() + timeout.toNanos();
    if (late != null && await(late, end, 0) < late.length()) {
      throw new PartialWriteException(path + " took a part of what it had", 0, null);
    }
    late = null;
    int taken = 0;
    while (taken < bytes.length) {
      late = begin(bytes, taken);
      taken += await(late, end, taken + late.length());
      late = null;
    }
  }

  private Slice begin(byte[] bytes, int from) {
    int length = Math.min(SLICE_BYTES, bytes.length - from);
    ByteBuffer slice = ByteBuffer.wrap(bytes, from, length);
    return new Slice(length, thread.submit(() -> channel.write(slice)));
  }

  /**
   * @param atMost how many of the caller's bytes may be in the printer if this fails
   */
  private int await(Slice slice, long end, int atMost) throws PartialWriteException {
    try {
      long left = Math.max(0, end - System.nanoTime());
      return slice.written().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException stuck) {
      throw PartialWriteException.tooSlow(path + " takes no more", atMost);
    } catch (ExecutionException | CancellationException failed) {
      String message = "write to " + path + ": " + failed;
      // java.nio tells no errno: the kernel takes the file away with the printer, before it fails
      // us.
      throw Files.exists(path)
          ? PartialWriteException.disturbed(message, atMost, failed)
          : new PartialWriteException(message, atMost, failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new PartialWriteException("writing was interrupted", atMost, stop);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      channel.close();
    } catch (IOException ignored) {
      // The printer is given up either way; the kernel has closed the file.
    }
  }
}
