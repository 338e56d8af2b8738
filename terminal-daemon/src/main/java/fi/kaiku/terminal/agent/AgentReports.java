package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.input.CsvHeaderException;
import fi.kaiku.terminal.input.CsvTable;
import fi.kaiku.terminal.input.ExtraColumns;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Takes in the lists of agents (R23). Each good row is one transaction, so an import that is cut
 * off has entered whole rows, and the same list again enters the rest. Any thread; a call waits for
 * the disk and should be made on a platform thread.
 */
public final class AgentReports {
  private final AgentSources sources;

  public AgentReports(AgentSources sources) {
    this.sources = sources;
  }

  /**
   * Reads to the end of the stream, which stays the caller's to close.
   *
   * @param notes told of each row that is not entered, in the order of the list
   * @param doubts told of what looks wrong about a row that is entered, in the same order
   */
  public AgentReportOutcome importCsv(
      InputStream csv, Consumer<RowNote> notes, Consumer<SaleDoubt> doubts) {
    AgentReport report = new AgentReport(sources, notes, doubts);
    try {
      CsvTable<AgentColumn> table = CsvTable.open(csv, AgentColumn.class, ExtraColumns.REFUSED);
      for (var line = table.next(); line.isPresent(); line = table.next()) {
        report.take(line.get());
      }
      return report.done();
    } catch (CsvHeaderException e) {
      return report.stopped(AgentReportOutcome.Cause.WRONG_COLUMNS, e.getMessage());
    } catch (AgentReport.StoppedException e) {
      return report.stopped(e.reason(), e.getMessage());
    } catch (IOException e) {
      return report.stopped(
          AgentReportOutcome.Cause.UNREADABLE, "the list can't be read to its end");
    }
  }
}
