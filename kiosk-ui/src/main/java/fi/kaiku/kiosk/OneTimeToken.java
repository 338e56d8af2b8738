package fi.kaiku.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The secret that lets the next browser in. It stands in a file for those who may read it ({@code
 * kaiku ui-url} prints it); once used it is replaced at once. Thread-safe.
 */
final class OneTimeToken {
  /** A person mistypes a few times; a program that guesses is slowed to nothing. */
  static final int WRONG_ATTEMPTS_MAX = 10;

  static final Duration WRONG_ATTEMPTS_WITHIN = Duration.ofMinutes(1);

  private static final String MODE = "rw-r-----";

  private final PrivateFile file;
  private final Supplier<String> secrets;
  private final LongSupplier nanoTime;
  private final Deque<Long> wrongAttempts = new ArrayDeque<>();
  private String current = "";

  /**
   * @param nanoTime a monotonic clock, nanoseconds
   */
  OneTimeToken(Path file, Supplier<String> secrets, LongSupplier nanoTime) {
    this.file = new PrivateFile(file, MODE);
    this.secrets = secrets;
    this.nanoTime = nanoTime;
    replace();
  }

  /**
   * @throws RefusedException when it is wrong or was used, or after too many wrong ones
   */
  synchronized void use(String offered) {
    long now = nanoTime.getAsLong();
    forgetOldAttempts(now);
    if (wrongAttempts.size() >= WRONG_ATTEMPTS_MAX) {
      throw new RefusedException(Problem.TOO_MANY_ATTEMPTS);
    }
    if (!MessageDigest.isEqual(bytes(offered), bytes(current))) {
      wrongAttempts.addLast(now);
      throw new RefusedException(Problem.LINK_NOT_VALID);
    }
    replace();
  }

  private void forgetOldAttempts(long now) {
    while (!wrongAttempts.isEmpty()
        && now - wrongAttempts.getFirst() > WRONG_ATTEMPTS_WITHIN.toNanos()) {
      wrongAttempts.removeFirst();
    }
  }

  private void replace() {
    String fresh = secrets.get();
    try {
      file.replace(fresh + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("writing the one-time token", e);
    }
    current = fresh;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
