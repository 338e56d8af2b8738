package fi.kaiku.hub.api;

import fi.kaiku.hub.registry.CardImport;
import fi.kaiku.hub.registry.Force;
import fi.kaiku.hub.registry.ImportProgress;
import fi.kaiku.hub.registry.ImportReport;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The keeper's card list. What happens is streamed, one JSON object a line; a caller that goes away
 * before the list was read ends the import.
 */
final class CardImportRoute {
  private static final String NDJSON = "application/x-ndjson";
  private static final Duration LINE_INTERVAL = Duration.ofMillis(100);

  private final CardImport cards;

  private record ReadingLine(String state, long rows) {}

  private record BadRowLine(String state, long line, String column, String reason) {}

  private record DoneLine(String state, long cards, long changed, long gone, long badRows) {}

  private record RefusedLine(String state, String reason, String detail) {}

  CardImportRoute(CardImport cards) {
    this.cards = cards;
  }

  void add(Routes routes) {
    routes.stream(Method.POST, "/v1/cards/import", this::handle);
  }

  private void handle(ServerRequest request, ServerResponse response) throws IOException {
    Force force;
    try {
      AdminRoutes.checkLocal(request);
      force = force(request.query().first("force").orElse("false"));
    } catch (ProblemException e) {
      e.reply().send(response);
      return;
    }
    InputStream csv =
        request.content().hasEntity()
            ? request.content().inputStream()
            : InputStream.nullInputStream();
    response.header(HeaderNames.CONTENT_TYPE, NDJSON);
    try (OutputStream out = response.outputStream()) {
      onPlatformThread(() -> importTo(new Lines(out), csv, force));
    }
  }

  private void importTo(Lines lines, InputStream csv, Force force) {
    lines.report(cards.importCsv(csv, force, lines));
  }

  /** SQLite's native calls would hold a carrier of virtual threads for all that time. */
  private static void onPlatformThread(Runnable work) {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("card-import")
        .daemon()
        .start(
            () -> {
              try {
                work.run();
                end.complete(true);
              } catch (RuntimeException e) {
                end.completeExceptionally(e);
              }
            });
    end.join();
  }

  private static Force force(String text) {
    return switch (text) {
      case "true" -> Force.YES;
      case "false" -> Force.NO;
      default ->
          throw new ProblemException(
              ProblemType.BAD_REQUEST, "force: expected true or false", Map.of());
    };
  }

  /** The answer's lines; used by one thread at a time. */
  private static final class Lines implements ImportProgress {
    private final OutputStream out;
    private long lastReading = System.nanoTime() - LINE_INTERVAL.toNanos();

    Lines(OutputStream out) {
      this.out = out;
    }

    @Override
    public void reading(long rows) {
      long now = System.nanoTime();
      if (now - lastReading >= LINE_INTERVAL.toNanos()) {
        lastReading = now;
        write(new ReadingLine("reading", rows));
      }
    }

    @Override
    public void badRow(long line, String column, String reason) {
      write(new BadRowLine("bad-row", line, column, reason));
    }

    void report(ImportReport report) {
      switch (report) {
        case ImportReport.Imported(long all, long changed, long gone, long badRows) ->
            write(new DoneLine("done", all, changed, gone, badRows));
        case ImportReport.Refused(ImportReport.Cause cause, String detail) ->
            write(
                new RefusedLine(
                    "refused", cause.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail));
      }
    }

    private void write(Object line) {
      try {
        out.write(Reply.line(line));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("whoever asked for the import is gone", e);
      }
    }
  }
}
