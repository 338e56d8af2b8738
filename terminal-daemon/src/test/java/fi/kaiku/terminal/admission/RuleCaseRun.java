package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.registry.RegistryAge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plays one row of the rule table: scans its cards into a visit, chooses, judges, and words it. */
final class RuleCaseRun {
  private static final PriorUse EARLIER =
      new PriorUse(new AdmissionId(new UUID(1, 1)), Instant.EPOCH, "desk-2", 1, 0);

  private final RuleWorld world = new RuleWorld();
  private final RuleCase row;
  private final Set<CardHash> used = new HashSet<>();

  RuleCaseRun(RuleCase row) {
    this.row = row;
  }

  RuleCase.Answer answer() {
    Visit visit = scan().choose(choices());
    Verdict verdict = AdmissionRules.judge(facts(visit));
    Set<Note> notes = EnumSet.noneOf(Note.class);
    notes.addAll(visit.notes());
    notes.addAll(verdict.notes());
    return new RuleCase.Answer(
        code(verdict),
        gives(verdict),
        verdict.cards().stream().map(RuleCaseRun::words).collect(Collectors.joining(" / ")),
        notes.isEmpty() ? "-" : joined(notes));
  }

  private Visit scan() {
    Visit visit = null;
    for (String scan : row.scans().split(" ", -1)) {
      PresentedCard card = world.present(scan.replace("*", ""));
      if (scan.endsWith("*")) {
        used.add(card.hash());
      }
      visit = visit == null ? Visit.begin(visitId(), card) : present(visit, card);
    }
    return visit;
  }

  private Visit present(Visit visit, PresentedCard card) {
    return switch (visit.present(card, world::isCommunity, RuleCaseRun::visitId)) {
      case Visit.Presented.Again() -> visit;
      case Visit.Presented.Joined(Visit more) -> more;
      case Visit.Presented.Replaced(Visit other) -> other;
      case Visit.Presented.Full() -> throw new AssertionError("full after " + row.scans());
    };
  }

  private static VisitId visitId() {
    return new VisitId(new UUID(2, 2));
  }

  private VisitFacts facts(Visit visit) {
    return new VisitFacts(
        StationKind.valueOf(row.station().equals("desk") ? "DESK" : "KIOSK"),
        clock(),
        registry(),
        new Policy(RuleWorld.US, List.of(), row.area().equals("children on courses")),
        event(),
        row.left().equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(row.left())),
        visit.cards().stream().map(this::visitCard).toList(),
        visit.choices());
  }

  private VisitCard visitCard(PresentedCard card) {
    return new VisitCard(
        card.hash(),
        EntryWay.SCANNED,
        world.lookup(card.hash()),
        used.contains(card.hash()) ? List.of(EARLIER) : List.of());
  }

  private ClockReading clock() {
    Instant now = RuleWorld.instant(row.now().replace("?", ""));
    return row.now().endsWith("?")
        ? new ClockReading.Untrusted(now, ClockReading.Doubt.NOT_SYNCHRONISED)
        : new ClockReading.Trusted(now, ClockReading.Source.NTP);
  }

  private RegistryAge registry() {
    return switch (row.registry()) {
      case "fresh" -> new RegistryAge.Fresh(RuleWorld.instant("2026-11-22 04:00:00"));
      case "missing" -> new RegistryAge.Missing();
      default ->
          new RegistryAge.Stale(
              LocalDate.parse(row.registry())
                  .atTime(23, 59)
                  .atZone(RuleWorld.HELSINKI)
                  .toInstant());
    };
  }

  private Optional<Event> event() {
    return row.event().equals("-") ? Optional.empty() : Optional.of(world.event(row.event()));
  }

  private Choices choices() {
    Map<CardHash, Integer> children = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<Question> confirmed = EnumSet.noneOf(Question.class);
    for (String choice : row.chosen().equals("-") ? new String[0] : row.chosen().split(" ", -1)) {
      List<String> parts = Arrays.asList(choice.split(":"));
      switch (parts.getFirst()) {
        case "yes" -> confirmed.add(Question.valueOf(parts.getLast()));
        case "clients", "assistants", "interpreters" ->
            counts.put(parts.getFirst(), Integer.valueOf(parts.getLast()));
        default ->
            children.put(world.present(parts.getFirst()).hash(), Integer.valueOf(parts.getLast()));
      }
    }
    return new Choices(
        children,
        counts.getOrDefault("clients", 0),
        counts.getOrDefault("assistants", 0),
        counts.getOrDefault("interpreters", 0),
        confirmed);
  }

  private static String code(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> refused.reason().name();
      case Verdict.Incomplete incomplete -> incomplete.need().name();
      case Verdict.Undecided undecided -> joined(undecided.questions());
      case Verdict.Ready ready -> "READY";
    };
  }

  private String gives(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> "-";
      case Verdict.Incomplete incomplete -> words(incomplete.offer());
      case Verdict.Undecided undecided -> words(undecided.offer());
      case Verdict.Ready ready -> words(ready.offer());
    };
  }

  private String words(Offer offer) {
    List<String> words = new ArrayList<>();
    for (Offer.Share share : offer.shares()) {
      words.add(
          world.nameOf(share.card())
              + " "
              + share.adults()
              + "+"
              + share.children()
              + (share.unverified() ? " ?" : ""));
    }
    if (offer.assistants() > 0) {
      words.add("assistants " + offer.assistants());
    }
    if (offer.interpreters() > 0) {
      words.add("interpreters " + offer.interpreters());
    }
    return words.isEmpty() ? "nothing" : String.join(" / ", words);
  }

  private static String words(CardVerdict verdict) {
    return switch (verdict) {
      case CardVerdict.Good(int childrenMax) -> "good " + childrenMax;
      case CardVerdict.Asked(Question question, int childrenMax) -> question + " " + childrenMax;
      case CardVerdict.Refused(Reason reason) -> reason.name();
    };
  }

  private static <E extends Enum<E>> String joined(Iterable<E> codes) {
    List<String> names = new ArrayList<>();
    codes.forEach(code -> names.add(code.name()));
    return String.join(" + ", names);
  }
}
