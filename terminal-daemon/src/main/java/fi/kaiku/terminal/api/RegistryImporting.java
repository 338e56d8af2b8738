package fi.kaiku.terminal.api;

import fi.kaiku.terminal.registry.BadRow;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.registry.Force;
import fi.kaiku.terminal.registry.ImportProgress;
import fi.kaiku.terminal.registry.ImportReport;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Imports a registry file and streams what happens, one JSON object a line. The import runs on a
 * platform thread, as it is all SQLite. A caller that goes away ends it; the last good registry
 * stays in use then.
 */
final class RegistryImporting {
  private static final String NDJSON = "application/x-ndjson";
  private static final Duration LINE_INTERVAL = Duration.ofMillis(100);

  private record ReadingLine(String state, long rows) {}

  private record BadRowLine(String state, long line, String column, String reason) {}

  private record DoneLine(String state, long cards, long badRows) {}

  private record RefusedLine(String state, String reason, String detail) {}

  private final CardRegistry registry;

  RegistryImporting(CardRegistry registry) {
    this.registry = registry;
  }

  void handle(ServerRequest request, ServerResponse response) throws IOException {
    Force force = force(request.query().first("force").orElse("false"));
    InputStream csv =
        request.content().hasEntity()
            ? request.content().inputStream()
            : InputStream.nullInputStream();
    response.header(HeaderNames.CONTENT_TYPE, NDJSON);
    try (OutputStream out = response.outputStream()) {
      Lines lines = new Lines(out);
      lines.report(onPlatformThread(csv, force, lines));
    }
  }

  private static Force force(String text) {
    return switch (text) {
      case "true" -> Force.YES;
      case "false" -> Force.NO;
      default ->
          throw new ProblemException(
              ProblemType.BAD_REQUEST, "query 'force': expected true or false");
    };
  }

  private ImportReport onPlatformThread(InputStream csv, Force force, ImportProgress progress) {
    CompletableFuture<ImportReport> report = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("registry-import")
        .daemon()
        .start(
            () -> {
              try {
                report.complete(registry.importCsv(csv, force, progress));
              } catch (RuntimeException e) {
                report.completeExceptionally(e);
              }
            });
    return report.join();
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
        line(new ReadingLine("reading", rows));
      }
    }

    @Override
    public void badRow(BadRow row) {
      line(new BadRowLine("bad-row", row.line(), row.column(), row.reason()));
    }

    void report(ImportReport report) {
      switch (report) {
        case ImportReport.Imported(long cards, long badRows) ->
            line(new DoneLine("done", cards, badRows));
        case ImportReport.Refused(ImportReport.Cause cause, String detail) ->
            line(new RefusedLine("refused", WireWord.of(cause), detail));
      }
    }

    private void line(Object view) {
      try {
        out.write((JsonText.line(view) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("the caller of the import is gone", e);
      }
    }
  }
}
