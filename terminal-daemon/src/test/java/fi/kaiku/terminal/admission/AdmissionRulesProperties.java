package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import fi.kaiku.terminal.registry.RegistryAge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What must hold of any visit whatsoever. */
class AdmissionRulesProperties {
  private static final Set<Reason> OF_THE_EVENT =
      Set.of(Reason.EVENT_OVER, Reason.FEE_AT_KIOSK, Reason.SOLD_OUT);

  @Provide
  Arbitrary<VisitFacts> visits() {
    return SomeFacts.any();
  }

  @Property
  void judgingTwiceGivesTheSame(@ForAll("visits") VisitFacts facts) {
    assertThat(AdmissionRules.judge(facts)).isEqualTo(AdmissionRules.judge(facts));
  }

  /** So that the other properties are about something. */
  @Property
  void theVisitsAreOfAllSorts(@ForAll("visits") VisitFacts facts) {
    Statistics.collect(AdmissionRules.judge(facts).getClass());
    Statistics.coverage(
        sorts -> {
          sorts.check(Verdict.Refused.class).percentage(share -> share > 4);
          sorts.check(Verdict.Incomplete.class).percentage(share -> share > 4);
          sorts.check(Verdict.Undecided.class).percentage(share -> share > 4);
          sorts.check(Verdict.Ready.class).percentage(share -> share > 4);
        });
  }

  @Property
  void everyCardHasItsRow(@ForAll("visits") VisitFacts facts) {
    assertThat(AdmissionRules.judge(facts).cards()).hasSameSizeAs(facts.cards());
  }

  @Property
  void nothingIsSaidOfAnyCardWhileTheClockIsNotTrusted(@ForAll("visits") VisitFacts facts) {
    boolean untrusted = facts.clock() instanceof ClockReading.Untrusted;
    boolean refusedForIt =
        AdmissionRules.judge(facts) instanceof Verdict.Refused refused
            && refused.reason() == Reason.CLOCK_NOT_TRUSTED;
    assertThat(refusedForIt).isEqualTo(untrusted);
  }

  @Property
  void neverMoreChildrenThanTheRegistrySays(@ForAll("visits") VisitFacts facts) {
    for (Offer.Share share : shares(facts)) {
      if (lookup(facts, share.card()) instanceof CardLookup.Found(Card card)
          && card.kind() == CardKind.PERSONAL) {
        assertThat(share.children()).isLessThanOrEqualTo(card.children());
      }
    }
  }

  @Property
  void noChildrenOnCoursesWithoutTheException(@ForAll("visits") VisitFacts facts) {
    if (isCourse(facts) && !facts.policy().childrenOnCourses()) {
      assertThat(shares(facts)).allMatch(share -> share.children() == 0);
    }
  }

  @Property
  void neverAnEmployeeAlone(@ForAll("visits") VisitFacts facts) {
    Verdict verdict = AdmissionRules.judge(facts);
    for (Offer.Share share : shares(facts)) {
      if (isCommunity(facts, share.card())) {
        assertThat(facts.choices().clientsUnder16() > 0 || hasGoodPersonalCard(facts, verdict))
            .as("a client beside the employee")
            .isTrue();
      }
    }
  }

  /** Also with two community cards, one of which the registry did not know when it was scanned. */
  @Property
  void clientsUnder16GetOneTicketEach(@ForAll("visits") VisitFacts facts) {
    int given =
        shares(facts).stream()
            .filter(share -> isCommunity(facts, share.card()))
            .mapToInt(Offer.Share::children)
            .sum();
    assertThat(given).isLessThanOrEqualTo(facts.choices().clientsUnder16());
  }

  @Property
  void neverACoursePlaceForACommunityCard(@ForAll("visits") VisitFacts facts) {
    if (isCourse(facts)) {
      assertThat(shares(facts)).noneMatch(share -> isCommunity(facts, share.card()));
    }
  }

  @Property
  void neverMorePlacesThanLeft(@ForAll("visits") VisitFacts facts) {
    if (AdmissionRules.judge(facts) instanceof Verdict.Ready ready) {
      assertThat(ready.offer().places())
          .isLessThanOrEqualTo(facts.placesLeft().orElse(Integer.MAX_VALUE));
    }
  }

  @Property
  void onePlaceMoreSpoilsNothing(@ForAll("visits") VisitFacts facts) {
    if (AdmissionRules.judge(facts) instanceof Verdict.Ready ready
        && facts.placesLeft().isPresent()) {
      VisitFacts more = withPlacesLeft(facts, facts.placesLeft().getAsInt() + 1);
      assertThat(AdmissionRules.judge(more))
          .isInstanceOfSatisfying(
              Verdict.Ready.class,
              ready2 -> assertThat(ready2.offer().givesTheSameAs(ready.offer())).isTrue());
    }
  }

  @Property
  void anAssistantTakesNoPlace(
      @ForAll("visits") VisitFacts facts, @ForAll @IntRange(max = 9) int assistants) {
    Verdict without = AdmissionRules.judge(withAssistants(facts, 0));
    Verdict with = AdmissionRules.judge(withAssistants(facts, assistants));
    assertThat(sharesOf(with)).isEqualTo(sharesOf(without));
    if (facts.station() == StationKind.DESK) {
      assertThat(with.getClass()).isEqualTo(without.getClass());
    }
  }

  @Property
  void aRefusedCardGetsNothing(@ForAll("visits") VisitFacts facts) {
    Verdict verdict = AdmissionRules.judge(facts);
    Set<CardHash> refused = new HashSet<>();
    for (int i = 0; i < facts.cards().size(); i++) {
      if (verdict.cards().get(i) instanceof CardVerdict.Refused) {
        refused.add(facts.cards().get(i).hash());
      }
    }
    assertThat(sharesOf(verdict)).noneMatch(share -> refused.contains(share.card()));
  }

  @Property
  void aRefusedCardStopsNoOther(@ForAll("visits") VisitFacts facts) {
    Verdict verdict = AdmissionRules.judge(facts);
    List<VisitCard> good = new ArrayList<>();
    for (int i = 0; i < facts.cards().size(); i++) {
      if (!(verdict.cards().get(i) instanceof CardVerdict.Refused)) {
        good.add(facts.cards().get(i));
      }
    }
    if (!good.isEmpty()) {
      Verdict alone = AdmissionRules.judge(withCards(facts, good));
      assertThat(alone.getClass()).isEqualTo(verdict.getClass());
      assertThat(sharesOf(alone)).isEqualTo(sharesOf(verdict));
    }
  }

  @Property
  void endedAndWithdrawnNeverGetAnything(@ForAll("visits") VisitFacts facts) {
    for (Offer.Share share : shares(facts)) {
      if (lookup(facts, share.card()) instanceof CardLookup.Found(Card card)) {
        assertThat(card.state()).isEqualTo(CardState.ACTIVE);
      }
    }
  }

  @Property
  void whoIsNotInsideTheDaysOfTheCardIsUnverifiedOrOut(@ForAll("visits") VisitFacts facts) {
    for (Offer.Share share : shares(facts)) {
      boolean inside =
          lookup(facts, share.card()) instanceof CardLookup.Found(Card card)
              && !SomeFacts.TODAY.isBefore(card.issuedOn())
              && !SomeFacts.TODAY.isAfter(card.validUntil());
      boolean tooOldForKiosk =
          facts.station() == StationKind.KIOSK && facts.registry() instanceof RegistryAge.Stale;
      assertThat(share.unverified()).isEqualTo(!inside || tooOldForKiosk);
    }
  }

  @Property
  void nothingUnverifiedAtAKiosk(@ForAll("visits") VisitFacts facts) {
    if (facts.station() == StationKind.KIOSK
        && AdmissionRules.judge(facts) instanceof Verdict.Ready ready) {
      assertThat(ready.offer().shares()).noneMatch(Offer.Share::unverified);
    }
  }

  @Property
  void theFirstReasonIsTold(@ForAll("visits") VisitFacts facts) {
    if (AdmissionRules.judge(facts) instanceof Verdict.Refused refused) {
      TreeSet<Reason> cards = new TreeSet<>();
      for (CardVerdict card : refused.cards()) {
        if (card instanceof CardVerdict.Refused(Reason reason)) {
          cards.add(reason);
        }
      }
      boolean someCardIsGood =
          refused.cards().stream().anyMatch(card -> !(card instanceof CardVerdict.Refused));
      if (someCardIsGood) {
        assertThat(refused.reason()).isIn(OF_THE_EVENT);
      } else {
        assertThat(refused.reason()).isLessThanOrEqualTo(cards.first());
      }
    }
  }

  @Property
  void openQuestionsStandInOrderAndOnlyWhileOpen(@ForAll("visits") VisitFacts facts) {
    if (AdmissionRules.judge(facts) instanceof Verdict.Undecided undecided) {
      assertThat(undecided.questions()).isNotEmpty().isSorted().doesNotHaveDuplicates();
      if (facts.station() == StationKind.DESK) {
        assertThat(undecided.questions())
            .filteredOn(question -> question != Question.ALREADY_USED)
            .noneMatch(facts.choices().confirmed()::contains);
      }
    }
  }

  @Property
  void aCardThatWasUsedGetsNothingUnlessItIsReplaced(@ForAll("visits") VisitFacts facts) {
    if (AdmissionRules.judge(facts) instanceof Verdict.Ready ready) {
      assertThat(ready.offer().shares())
          .allMatch(share -> isCommunity(facts, share.card()) || uses(facts, share.card()) == 0);
    }
  }

  private static List<Offer.Share> shares(VisitFacts facts) {
    return sharesOf(AdmissionRules.judge(facts));
  }

  private static List<Offer.Share> sharesOf(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused refused -> List.of();
      case Verdict.Incomplete incomplete -> incomplete.offer().shares();
      case Verdict.Undecided undecided -> undecided.offer().shares();
      case Verdict.Ready ready -> ready.offer().shares();
    };
  }

  private static VisitCard card(VisitFacts facts, CardHash hash) {
    return facts.cards().stream().filter(c -> c.hash().equals(hash)).findFirst().orElseThrow();
  }

  private static CardLookup lookup(VisitFacts facts, CardHash hash) {
    return card(facts, hash).lookup();
  }

  private static int uses(VisitFacts facts, CardHash hash) {
    return card(facts, hash).uses().size();
  }

  private static boolean isCommunity(VisitFacts facts, CardHash hash) {
    return lookup(facts, hash) instanceof CardLookup.Found(Card card)
        && card.kind() == CardKind.COMMUNITY;
  }

  private static boolean hasGoodPersonalCard(VisitFacts facts, Verdict verdict) {
    for (int i = 0; i < facts.cards().size(); i++) {
      if (!(verdict.cards().get(i) instanceof CardVerdict.Refused)
          && !isCommunity(facts, facts.cards().get(i).hash())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCourse(VisitFacts facts) {
    return facts.event().filter(event -> event.kind() == EventKind.COURSE).isPresent();
  }

  private static VisitFacts withPlacesLeft(VisitFacts facts, int left) {
    return new VisitFacts(
        facts.station(),
        facts.clock(),
        facts.registry(),
        facts.policy(),
        facts.event(),
        OptionalInt.of(left),
        facts.cards(),
        facts.choices());
  }

  private static VisitFacts withCards(VisitFacts facts, List<VisitCard> cards) {
    return new VisitFacts(
        facts.station(),
        facts.clock(),
        facts.registry(),
        facts.policy(),
        facts.event(),
        facts.placesLeft(),
        cards,
        facts.choices());
  }

  private static VisitFacts withAssistants(VisitFacts facts, int assistants) {
    Choices chosen = facts.choices();
    return new VisitFacts(
        facts.station(),
        facts.clock(),
        facts.registry(),
        facts.policy(),
        facts.event(),
        facts.placesLeft(),
        facts.cards(),
        new Choices(
            chosen.children(),
            chosen.clientsUnder16(),
            assistants,
            chosen.interpreters(),
            chosen.confirmed()));
  }
}
