package fi.kaiku.terminal.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** One piece of work on its way to the writer thread and back. */
final class JournalTask<T> {
  private final Function<JournalTransaction, T> work;
  private final CompletableFuture<WriteOutcome<T>> outcome = new CompletableFuture<>();

  JournalTask(Function<JournalTransaction, T> work) {
    this.work = work;
  }

  Function<JournalTransaction, T> work() {
    return work;
  }

  void finish(WriteOutcome<T> result) {
    outcome.complete(result);
  }

  void fail(Throwable ourMistake) {
    outcome.completeExceptionally(ourMistake);
  }

  /** Waits through interrupts: whether a ticket was recorded has to be known. */
  WriteOutcome<T> await() {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("work on the journal failed, nothing was recorded", e);
    }
  }
}
