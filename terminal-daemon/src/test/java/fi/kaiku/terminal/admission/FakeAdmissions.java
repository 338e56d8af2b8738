package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.RegistryAge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;

/**
 * An admission desk in memory, for several stations; keeps the promises that the real one makes.
 */
final class FakeAdmissions implements Admissions {
  private record Use(AdmissionId admission, EventId event, Offer.Share share) {}

  private final Function<CardHash, CardLookup> registry;
  private final List<Use> uses = new ArrayList<>();
  private final Map<VisitId, IssuedVisit> issued = new HashMap<>();
  private final List<Reason> refused = new ArrayList<>();
  private long numbers;

  ClockReading clock =
      new ClockReading.Trusted(RuleWorld.instant("2026-11-23 18:00:00"), ClockReading.Source.NTP);
  RegistryAge age = new RegistryAge.Fresh(RuleWorld.instant("2026-11-23 04:00:00"));
  OptionalInt quota = OptionalInt.empty();
  RuntimeException failure;
  boolean diskIsFull;
  Runnable beforeRecording = () -> {};

  FakeAdmissions(Function<CardHash, CardLookup> registry) {
    this.registry = registry;
  }

  @Override
  public synchronized VisitFacts facts(VisitInquiry inquiry) {
    if (failure != null) {
      throw failure;
    }
    return new VisitFacts(
        inquiry.kind(),
        clock,
        age,
        inquiry.policy(),
        inquiry.event(),
        inquiry.event().map(this::placesLeft).orElse(OptionalInt.empty()),
        inquiry.cards().stream().map(card -> visitCard(card, inquiry.event())).toList(),
        inquiry.choices());
  }

  private OptionalInt placesLeft(Event event) {
    int taken =
        uses.stream()
            .filter(use -> use.event().equals(event.id()))
            .mapToInt(use -> use.share().places())
            .sum();
    return quota.isEmpty() ? quota : OptionalInt.of(Math.max(0, quota.getAsInt() - taken));
  }

  private VisitCard visitCard(PresentedCard card, Optional<Event> event) {
    List<PriorUse> prior =
        uses.stream()
            .filter(use -> use.share().card().equals(card.hash()))
            .filter(use -> event.filter(e -> e.id().equals(use.event())).isPresent())
            .map(use -> new PriorUse(use.admission(), clock.now(), "desk-1", 1, 0))
            .toList();
    return new VisitCard(card.hash(), card.entryWay(), registry.apply(card.hash()), prior);
  }

  @Override
  public synchronized Optional<IssuedVisit> issued(VisitId visit) {
    return Optional.ofNullable(issued.get(visit));
  }

  @Override
  public IssueOutcome issue(IssueOrder order) {
    beforeRecording.run();
    return record(order);
  }

  @Override
  public synchronized IssueOutcome replace(IssueOrder order) {
    List<Use> before = List.copyOf(uses);
    List<CardHash> cards = order.cards().stream().map(PresentedCard::hash).toList();
    uses.removeIf(
        use -> use.event().equals(order.event().id()) && cards.contains(use.share().card()));
    IssueOutcome outcome = record(order);
    if (!(outcome instanceof IssueOutcome.Issued)) {
      uses.clear();
      uses.addAll(before);
    }
    return outcome;
  }

  private synchronized IssueOutcome record(IssueOrder order) {
    if (issued.containsKey(order.visit())) {
      return new IssueOutcome.Issued(issued.get(order.visit()));
    }
    if (diskIsFull) {
      return new IssueOutcome.NotRecorded();
    }
    Verdict verdict =
        AdmissionRules.judge(
            facts(
                new VisitInquiry(
                    order.kind(),
                    order.cards(),
                    order.choices(),
                    order.policy(),
                    Optional.of(order.event()))));
    if (!(verdict instanceof Verdict.Ready ready) || !ready.offer().givesTheSameAs(order.shown())) {
      return new IssueOutcome.Changed(verdict);
    }
    IssuedVisit visit = record(order, ready.offer(), clock.now());
    issued.put(order.visit(), visit);
    return new IssueOutcome.Issued(visit);
  }

  private IssuedVisit record(IssueOrder order, Offer offer, Instant at) {
    List<AdmissionId> admissions = new ArrayList<>();
    for (Offer.Share share : offer.shares()) {
      AdmissionId admission = new AdmissionId(new UUID(7, ++numbers));
      uses.add(new Use(admission, order.event().id(), share));
      admissions.add(admission);
    }
    return new IssuedVisit(order.visit(), admissions, offer.tickets(), 0, at);
  }

  @Override
  public synchronized void refused(Reason reason) {
    refused.add(reason);
  }

  synchronized List<Reason> refusals() {
    return List.copyOf(refused);
  }

  synchronized void undo(AdmissionId admission) {
    uses.removeIf(use -> use.admission().equals(admission));
  }

  /** How often each card was used for this event. */
  synchronized Map<CardHash, Integer> usesByCard() {
    Map<CardHash, Integer> counts = new HashMap<>();
    uses.forEach(use -> counts.merge(use.share().card(), 1, Integer::sum));
    return counts;
  }
}
