package fi.kaiku.terminal.api;

import fi.kaiku.terminal.registry.BadRow;
import fi.kaiku.terminal.registry.CardRegistry;
import fi.kaiku.terminal.registry.Force;
import fi.kaiku.terminal.registry.ImportProgress;
import fi.kaiku.terminal.registry.ImportReport;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Imports a registry file and streams what happens, one JSON object a line. A caller that goes away
 * ends it; the last good registry stays in use then.
 */
final class RegistryImporting {
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
    InputStream csv = AnswerLines.body(request);
    AnswerLines.send(
        response,
        "registry-import",
        out -> {
          Lines lines = new Lines(out);
          lines.report(registry.importCsv(csv, force, lines));
        });
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

  /** The answer's lines; used by one thread at a time. */
  private static final class Lines implements ImportProgress {
    private final AnswerLines out;
    private long lastReading = System.nanoTime() - LINE_INTERVAL.toNanos();

    Lines(AnswerLines out) {
      this.out = out;
    }

    @Override
    public void reading(long rows) {
      long now = System.nanoTime();
      if (now - lastReading >= LINE_INTERVAL.toNanos()) {
        lastReading = now;
        out.line(new ReadingLine("reading", rows));
      }
    }

    @Override
    public void badRow(BadRow row) {
      out.line(new BadRowLine("bad-row", row.line(), row.column(), row.reason()));
    }

    void report(ImportReport report) {
      switch (report) {
        case ImportReport.Imported(long cards, long badRows) ->
            out.line(new DoneLine("done", cards, badRows));
        case ImportReport.Refused(ImportReport.Cause cause, String detail) ->
            out.line(new RefusedLine("refused", WireWord.of(cause), detail));
      }
    }
  }
}
