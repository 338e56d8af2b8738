package fi.kaiku.terminal.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An answer that tells of work under way, one JSON object a line. A caller that goes away ends the
 * work at its next line. Used by one thread at a time.
 */
final class AnswerLines {
  private static final String NDJSON = "application/x-ndjson";

  private final OutputStream out;

  private AnswerLines(OutputStream out) {
    this.out = out;
  }

  /** The request's body, or an empty one. */
  static InputStream body(ServerRequest request) {
    return request.content().hasEntity()
        ? request.content().inputStream()
        : InputStream.nullInputStream();
  }

  /**
   * Does the work and waits for its end.
   *
   * @param thread name of the platform thread that does it, as it is all SQLite
   */
  static void send(ServerResponse response, String thread, Consumer<AnswerLines> work)
      throws IOException {
    response.header(HeaderNames.CONTENT_TYPE, NDJSON);
    try (OutputStream out = response.outputStream()) {
      CompletableFuture<Boolean> end = new CompletableFuture<>();
      Thread.ofPlatform()
          .name(thread)
          .daemon()
          .start(
              () -> {
                try {
                  work.accept(new AnswerLines(out));
                  end.complete(true);
                } catch (RuntimeException e) {
                  end.completeExceptionally(e);
                }
              });
      end.join();
    }
  }

  void line(Object view) {
    try {
      out.write((JsonText.line(view) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the caller of the import is gone", e);
    }
  }
}
