package fi.kaiku.terminal.agent;

import fi.kaiku.terminal.admission.AdmissionRules;
import fi.kaiku.terminal.admission.AgentSale;
import fi.kaiku.terminal.admission.AgentSaleOutcome;
import fi.kaiku.terminal.admission.PriorUse;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.input.BadCellException;
import fi.kaiku.terminal.input.CsvLine;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One list under way: enters row by row and counts. One thread. */
final class AgentReport {
  private final AgentSources sources;
  private final Consumer<RowNote> notes;
  private final Consumer<SaleDoubt> doubts;
  private final RowsSeen seen = new RowsSeen();
  private long entered;
  private long alreadyEntered;
  private long alreadyUsed;
  private long badRows;

  AgentReport(AgentSources sources, Consumer<RowNote> notes, Consumer<SaleDoubt> doubts) {
    this.sources = sources;
    this.notes = notes;
    this.doubts = doubts;
  }

  /** No later row can be entered either. */
  static final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final AgentReportOutcome.Cause reason;

    StoppedException(AgentReportOutcome.Cause reason, String detail) {
      super(detail);
      this.reason = reason;
    }

    AgentReportOutcome.Cause reason() {
      return reason;
    }
  }

  void take(CsvLine<AgentColumn> line) throws StoppedException {
    switch (line) {
      case CsvLine.Broken<AgentColumn> broken -> bad(broken.number(), "", broken.reason());
      case CsvLine.Row<AgentColumn> row -> {
        LocalDate today = today();
        try {
          enter(row.number(), new AgentRow(row).sale(sources, today));
        } catch (BadCellException e) {
          bad(row.number(), e.column(), e.getMessage());
        }
      }
    }
  }

  private void enter(long line, AgentSale sale) throws StoppedException {
    OptionalLong before = seen.before(sale.key(), line);
    if (before.isPresent()) {
      bad(
          line,
          "row_id",
          "stands on line %d of this list already: each sale needs one of its own"
              .formatted(before.getAsLong()));
      return;
    }
    count(line, sale, sources.desk().apply(sale));
  }

  AgentReportOutcome done() {
    return new AgentReportOutcome.Done(entered, alreadyEntered, alreadyUsed, badRows);
  }

  AgentReportOutcome stopped(AgentReportOutcome.Cause cause, String detail) {
    return new AgentReportOutcome.Stopped(cause, detail, entered);
  }

  private LocalDate today() throws StoppedException {
    return switch (sources.clock().get()) {
      case ClockReading.Trusted clock -> clock.now().atZone(AdmissionRules.CALENDAR).toLocalDate();
      case ClockReading.Untrusted _ -> throw clockNotTrusted();
    };
  }

  private void count(long line, AgentSale sale, AgentSaleOutcome outcome) throws StoppedException {
    switch (outcome) {
      case AgentSaleOutcome.Entered _ -> {
        entered++;
        SaleDoubts.of(line, sale, sources.registry().apply(sale.card().hash())).forEach(doubts);
      }
      case AgentSaleOutcome.AlreadyEntered() -> {
        alreadyEntered++;
        note(RowNote.Kind.ALREADY_ENTERED, line, "by an earlier import");
      }
      case AgentSaleOutcome.AlreadyUsed(PriorUse use) -> {
        alreadyUsed++;
        note(RowNote.Kind.ALREADY_USED, line, used(use));
      }
      case AgentSaleOutcome.KeyOfAnotherSale() ->
          bad(line, "row_id", "names another sale that was entered before: make it unlike");
      case AgentSaleOutcome.ClockNotTrusted() -> throw clockNotTrusted();
      case AgentSaleOutcome.NotRecorded() ->
          throw new StoppedException(
              AgentReportOutcome.Cause.NOT_RECORDED,
              "the journal can't record now; line %d and those below were not entered"
                  .formatted(line));
    }
  }

  private static String used(PriorUse use) {
    return "the card has a use of this event: %s, %s, %s"
        .formatted(
            use.at().atZone(AdmissionRules.CALENDAR).toLocalDate(),
            use.place(),
            people(use.adults(), use.children()));
  }

  private static String people(int adults, int children) {
    return Stream.of(counted(adults, "adult", "adults"), counted(children, "child", "children"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(int count, String one, String more) {
    return count == 0 ? "" : count + " " + (count == 1 ? one : more);
  }

  private void bad(long line, String column, String reason) {
    badRows++;
    notes.accept(new RowNote(RowNote.Kind.BAD_ROW, line, column, reason));
  }

  private void note(RowNote.Kind kind, long line, String reason) {
    notes.accept(new RowNote(kind, line, "", reason));
  }

  private static StoppedException clockNotTrusted() {
    return new StoppedException(
        AgentReportOutcome.Cause.CLOCK_NOT_TRUSTED,
        "confirm date and time at a desk first, then import the list again");
  }
}
