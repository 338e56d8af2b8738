package fi.kaiku.provisioning;

import java.io.StringWriter;
import java.time.Duration;

/** Keeps what is written and lets a test wait for words to come. */
final class RecordingWriter extends StringWriter {
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  @Override
  public void write(String text, int offset, int length) {
    synchronized (this) {
      super.write(text, offset, length);
      notifyAll();
    }
  }

  synchronized void await(String words) throws InterruptedException {
    long until = System.nanoTime() + WAIT_MAX.toNanos();
    while (!toString().contains(words)) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("'" + words + "' did not come; what came: " + this);
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
