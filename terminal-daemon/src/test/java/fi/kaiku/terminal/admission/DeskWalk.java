package fi.kaiku.terminal.admission;

import static fi.kaiku.terminal.admission.DeskBench.DESK_1;
import static fi.kaiku.terminal.admission.DeskBench.DESK_2;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_1;
import static fi.kaiku.terminal.admission.DeskBench.PRINTER_2;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.device.DeviceName;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.store.AdmissionTable.Standing;
import fi.kaiku.terminal.store.JournalAudit;
import fi.kaiku.terminal.store.PrintQuestion;
import fi.kaiku.terminal.store.PrintState;
import fi.kaiku.terminal.store.PrintableTicket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One random walk: each step does something on the real desk and the same on the model. */
final class DeskWalk implements AutoCloseable {
  private static final int CARDS = 12;
  private static final int CHILDREN_MAX = 2;
  private static final int PLACES = 9;

  private static final List<Event> EVENTS =
      List.of(
          DeskBench.event("pieni", EventKind.PERFORMANCE, new Quota.Limited(PLACES)),
          DeskBench.event("suuri", EventKind.PERFORMANCE, new Quota.Unlimited()));

  private static final List<PrintState> ENDS =
      List.of(
          PrintState.CONFIRMED,
          PrintState.SENT,
          PrintState.UNKNOWN,
          PrintState.FAILED,
          PrintState.QUEUED);

  /** What the model knows of one use. */
  private record Use(int card, Event event, int places) {}

  private final Path folder;
  private final long seed;
  private final Random random;
  private final Map<AdmissionId, Use> standing = new HashMap<>();
  private final List<AdmissionId> all = new ArrayList<>();
  private final Map<String, Integer> happened = new TreeMap<>();
  private DeskBench bench;

  DeskWalk(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.random = new Random(seed);
    this.bench = new DeskBench(folder);
  }

  void step() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> issue();
      case 3 -> replace();
      case 4 -> takeBack();
      case 5 -> addAssistants();
      case 6 -> reprint();
      case 7, 8, 9 -> print();
      case 10 -> answer();
      default -> restart();
    }
    check();
  }

  private void issue() {
    int card = random.nextInt(CARDS);
    int children = random.nextInt(CHILDREN_MAX + 1);
    Event event = anEvent();
    Optional<AdmissionId> earlier = useOf(card, event);
    if (placesLeft(event) > 0) {
      boolean fits = earlier.isEmpty() && 1 + children <= placesLeft(event);
      IssueOutcome outcome = bench.desk().issue(order(card, children, event));
      record("issue", outcome, fits, new Use(card, event, 1 + children));
    }
  }

  /** A mistake frees its places before the new use takes its own. */
  private void replace() {
    int card = random.nextInt(CARDS);
    int children = random.nextInt(CHILDREN_MAX + 1);
    Event event = anEvent();
    Optional<AdmissionId> earlier = useOf(card, event);
    if (earlier.isPresent()) {
      int freed = standing.get(earlier.get()).places();
      boolean fits = 1 + children <= placesLeft(event) + freed;
      IssueOutcome outcome = bench.desk().replace(order(card, children, event));
      if (fits) {
        standing.remove(earlier.get());
      }
      record("replace", outcome, fits, new Use(card, event, 1 + children));
    }
  }

  private IssueOrder order(int number, int children, Event event) {
    PresentedCard card = bench.personal(cardId(number), CHILDREN_MAX);
    Choices choices = new Choices(Map.of(card.hash(), children), 0, random.nextInt(2), 0, Set.of());
    return bench.order(aDesk(), event, List.of(card), choices);
  }

  private void record(String act, IssueOutcome outcome, boolean fits, Use use) {
    assertThat(outcome instanceof IssueOutcome.Issued)
        .as("seed %d: %s of %s", seed, act, use)
        .isEqualTo(fits);
    if (outcome instanceof IssueOutcome.Issued(IssuedVisit visit)) {
      standing.put(visit.admissions().getFirst(), use);
      all.add(visit.admissions().getFirst());
    }
    count(fits ? act : act + " refused");
  }

  private void takeBack() {
    if (!all.isEmpty()) {
      AdmissionId use = all.get(random.nextInt(all.size()));
      count(standing.remove(use) == null ? "void again" : "void");
      DeskBench.voided(bench.desk().voidAdmission(use));
    }
  }

  private void addAssistants() {
    if (!all.isEmpty()) {
      AdmissionId use = all.get(random.nextInt(all.size()));
      AssistantsOutcome outcome =
          bench.desk().addAssistants(new AssistantsOrder(use, aDesk(), 1, 0, UUID.randomUUID()));
      assertThat(outcome instanceof AssistantsOutcome.Issued)
          .as("seed %d: assistants", seed)
          .isEqualTo(standing.containsKey(use));
      count("assistants");
    }
  }

  private void reprint() {
    if (!all.isEmpty()) {
      AdmissionId use = all.get(random.nextInt(all.size()));
      ReprintOutcome outcome = bench.desk().reprint(use, aDesk(), UUID.randomUUID());
      count(outcome instanceof ReprintOutcome.Queued ? "reprint" : "nothing to print");
    }
  }

  /** Now and then the terminal stops while a ticket is printed. */
  private void print() {
    DeviceName printer = random.nextBoolean() ? PRINTER_1 : PRINTER_2;
    Optional<PrintableTicket> next =
        bench.write(tx -> tx.printJobs().claim(printer, DeskBench.START));
    if (next.isPresent() && random.nextInt(10) == 0) {
      restart();
    } else if (next.isPresent()) {
      PrintState end = ENDS.get(random.nextInt(ENDS.size()));
      bench.write(
          tx -> {
            tx.printJobs().finish(next.get().job(), end, DeskBench.START, "");
            return end;
          });
      count("printed: " + end);
    }
  }

  private void answer() {
    StationName desk = aDesk();
    List<PrintQuestion> asked = bench.journal().read(view -> view.printJobs().questions(desk));
    if (!asked.isEmpty()) {
      CameOut cameOut = random.nextBoolean() ? CameOut.YES : CameOut.NO;
      PrintQuestion question = asked.get(random.nextInt(asked.size()));
      assertThat(bench.desk().answer(question.job(), cameOut))
          .isInstanceOf(AnswerOutcome.Settled.class);
      count("came out: " + cameOut);
    }
  }

  private void restart() {
    bench.close();
    bench = new DeskBench(folder);
    count("restart");
  }

  private void check() {
    for (Event event : EVENTS) {
      assertThat(bench.placesTaken(event))
          .as("seed %d: places of %s", seed, event.id())
          .isEqualTo(placesTaken(event));
    }
    assertThat(bench.unsent()).as("seed %d: unsent", seed).isEqualTo(standing.size());
  }

  /** What the model does not look at in each step, by SQL of its own. */
  void audit() throws SQLException {
    for (AdmissionId use : all) {
      Standing expected = standing.containsKey(use) ? Standing.STANDS : Standing.VOIDED;
      assertThat(bench.row(use).standing()).as("seed %d: %s", seed, use).isEqualTo(expected);
    }
    try (JournalAudit journal = new JournalAudit(folder.resolve("journal.db"))) {
      assertThat(journal.ticketsWithTwoOriginals()).as("seed %d: originals", seed).isZero();
      assertThat(journal.cardsAdmittedTwice()).as("seed %d: twice", seed).isZero();
      assertThat(journal.admissionsWithOtherTickets()).as("seed %d: tickets", seed).isZero();
      assertThat(journal.admissionsWithoutOneUpload()).as("seed %d: uploads", seed).isZero();
      assertThat(journal.countersOff()).as("seed %d: counters", seed).isZero();
      for (Event event : EVENTS) {
        assertThat(journal.ticketsStanding(event.id().value()))
            .as("seed %d: standing tickets of %s", seed, event.id())
            .isEqualTo(placesTaken(event));
      }
    }
  }

  /** How often what was done; a walk that never came to something proves nothing of it. */
  Map<String, Integer> happened() {
    return happened;
  }

  private Optional<AdmissionId> useOf(int card, Event event) {
    return standing.entrySet().stream()
        .filter(entry -> entry.getValue().card() == card && entry.getValue().event().equals(event))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private int placesTaken(Event event) {
    return standing.values().stream()
        .filter(use -> use.event().equals(event))
        .mapToInt(Use::places)
        .sum();
  }

  private int placesLeft(Event event) {
    int places = event.quota() instanceof Quota.Limited(int limit) ? limit : Integer.MAX_VALUE / 2;
    int left = places - placesTaken(event);
    assertThat(left).as("seed %d: places left of %s", seed, event.id()).isNotNegative();
    return left;
  }

  private Event anEvent() {
    return EVENTS.get(random.nextInt(EVENTS.size()));
  }

  private StationName aDesk() {
    return random.nextBoolean() ? DESK_1 : DESK_2;
  }

  private static String cardId(int number) {
    return String.format(Locale.ROOT, "WALK%06d", number);
  }

  private void count(String what) {
    happened.merge(what, 1, Integer::sum);
  }

  @Override
  public void close() {
    bench.close();
  }
}
