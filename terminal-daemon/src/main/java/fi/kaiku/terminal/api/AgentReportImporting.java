package fi.kaiku.terminal.api;

import fi.kaiku.terminal.agent.AgentReportOutcome;
import fi.kaiku.terminal.agent.AgentReports;
import fi.kaiku.terminal.agent.RowNote;
import fi.kaiku.terminal.agent.SaleDoubt;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;

/** Takes in an agent's list (R23) and tells of the rows that were not entered, or look wrong. */
final class AgentReportImporting {
  private record NoteLine(String state, long line, String column, String reason) {
    static NoteLine of(RowNote note) {
      return new NoteLine(WireWord.of(note.kind()), note.line(), note.column(), note.reason());
    }
  }

  private record DoubtLine(
      String state, String doubt, long line, String tail, LocalisedTextView words) {
    static DoubtLine of(SaleDoubt doubt) {
      return new DoubtLine(
          "entered-with-doubt",
          WireWord.of(doubt.kind()),
          doubt.line(),
          doubt.tail(),
          LocalisedTextView.of(doubt.words()));
    }
  }

  private record DoneLine(
      String state, long entered, long alreadyEntered, long alreadyUsed, long badRows) {}

  private record StoppedLine(String state, String reason, String detail, long entered) {}

  private final AgentReports reports;

  AgentReportImporting(AgentReports reports) {
    this.reports = reports;
  }

  void handle(ServerRequest request, ServerResponse response) throws IOException {
    InputStream csv = AnswerLines.body(request);
    AnswerLines.send(
        response,
        "agent-report",
        lines ->
            lines.line(
                end(
                    reports.importCsv(
                        csv,
                        note -> lines.line(NoteLine.of(note)),
                        doubt -> lines.line(DoubtLine.of(doubt))))));
  }

  private static Object end(AgentReportOutcome outcome) {
    return switch (outcome) {
      case AgentReportOutcome.Done(long entered, long before, long used, long bad) ->
          new DoneLine("done", entered, before, used, bad);
      case AgentReportOutcome.Stopped(
              AgentReportOutcome.Cause cause,
              String detail,
              long entered) ->
          new StoppedLine("stopped", WireWord.of(cause), detail, entered);
    };
  }
}
