package fi.kaiku.device.printer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A ticket on its way: made by the caller, taken and answered by the owner thread. */
final class PrintJob {
  private final byte[] bytes;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<PrintOutcome> outcome = new CompletableFuture<>();

  PrintJob(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** True for the first who asks: the owner that starts it, or the caller that withdraws it. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  /** The first outcome counts. */
  void end(PrintOutcome what) {
    outcome.complete(what);
  }

  PrintOutcome await() throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException never) {
      throw new IllegalStateException("a print job ended with an exception", never);
    }
  }
}
