package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.store.JournalTransaction;
import fi.kaiku.terminal.store.JournalView;
import fi.kaiku.terminal.store.Mark;
import fi.kaiku.terminal.store.NewAdmission;
import fi.kaiku.terminal.store.UseRow;
import fi.kaiku.terminal.store.VisitTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Enters sales that an agent has reported (R23) inside a transaction: a use as any other, but of an
 * earlier day and without tickets, which the agent has handed out.
 */
final class AgentSelling {
  /** Where it was sold, as a later look at the card tells it (R21). */
  static final StationName STATION = new StationName("agent-report");

  /** A list tells the day; its middle is the same day in every zone near ours. */
  private static final LocalTime TIME_OF_DAY = LocalTime.NOON;

  private final AdmissionSources sources;
  private final UseRecorder uses;

  AgentSelling(AdmissionSources sources, AdmissionSite site) {
    this.sources = sources;
    this.uses = new UseRecorder(sources, site);
  }

  AgentSaleOutcome enter(
      JournalTransaction tx, AgentSale sale, CardLookup lookup, ClockReading.Trusted clock) {
    Optional<UseRow> before = enteredBefore(tx.view(), sale.key());
    if (before.isPresent()) {
      return isSame(before.get(), sale)
          ? new AgentSaleOutcome.AlreadyEntered()
          : new AgentSaleOutcome.KeyOfAnotherSale();
    }
    List<PriorUse> standing =
        sources.uses(tx.view(), sale.card().id(), sale.event(), sale.soldOn());
    return standing.isEmpty()
        ? record(tx, sale, lookup, clock)
        : new AgentSaleOutcome.AlreadyUsed(standing.getFirst());
  }

  private static Optional<UseRow> enteredBefore(JournalView journal, VisitId key) {
    return journal.visits().admissions(key).stream()
        .findFirst()
        .flatMap(id -> journal.uses().find(id));
  }

  /** As far as is still known of it: the card is forgotten in time (R28). */
  private static boolean isSame(UseRow before, AgentSale sale) {
    return before.event().equals(sale.event().id())
        && before.day().equals(sale.soldOn())
        && before.adults() == sale.adults()
        && before.children() == sale.children()
        && (before.tail().isEmpty() || before.tail().equals(sale.card().id().tail()));
  }

  private AgentSaleOutcome record(
      JournalTransaction tx, AgentSale sale, CardLookup lookup, ClockReading.Trusted clock) {
    // The visit's time is that of the entry: both can be told later. Its tickets are the agent's.
    int tickets = sale.adults() + sale.children();
    tx.visits().add(new VisitTable.IssuedRow(sale.key(), STATION, clock.now(), tickets, 0));
    AdmissionId id = sources.newAdmission();
    uses.record(
        tx,
        new NewAdmission(
            id,
            sale.key(),
            sale.event(),
            at(sale.soldOn(), clock.now()),
            sale.soldOn(),
            clock.source(),
            marks(lookup),
            sale.adults(),
            sale.children(),
            uses.card(id, sale.card(), lookup, CardErasure.dueAfter(sale.event(), sale.soldOn()))));
    return new AgentSaleOutcome.Entered(id);
  }

  /** A morning's list of the same day must not tell of the future. */
  private static Instant at(LocalDate day, Instant now) {
    Instant noon = day.atTime(TIME_OF_DAY).atZone(AdmissionRules.CALENDAR).toInstant();
    return noon.isAfter(now) ? now : noon;
  }

  private static Set<Mark> marks(CardLookup lookup) {
    Set<Mark> marks = EnumSet.of(Mark.BACK_DATED, Mark.AGENT_REPORT);
    if (lookup instanceof CardLookup.NotFound) {
      marks.add(Mark.UNVERIFIED);
    }
    return marks;
  }
}
