package fi.kaiku.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Supplier;

/**
 * The secret that lets the next browser in. It stands in a file for those who may read it ({@code
 * kaiku ui-url} prints it); once used it is replaced at once. Thread-safe.
 *
 * <p>Wrong ones are not counted: it is too long to be guessed at any rate, and a limit would let
 * whoever sends rubbish lock the right browser out.
 */
final class OneTimeToken {
  private static final String MODE = "rw-r-----";

  private final PrivateFile file;
  private final Supplier<String> secrets;
  private String current = "";

  OneTimeToken(Path file, Supplier<String> secrets) {
    this.file = new PrivateFile(file, MODE);
    this.secrets = secrets;
    replace();
  }

  /**
   * @throws RefusedException when it is wrong or was used
   */
  synchronized void use(String offered) {
    if (!MessageDigest.isEqual(bytes(offered), bytes(current))) {
      throw new RefusedException(Problem.LINK_NOT_VALID);
    }
    replace();
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
