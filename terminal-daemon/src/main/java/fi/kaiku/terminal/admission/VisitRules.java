package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.registry.RegistryAge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for the cards of one visit together (R12-R16, R18, R20, R21, R23). Pure. */
final class VisitRules {
  private final VisitFacts facts;
  private final Instant now;
  private final List<CardStanding> standings;
  private final VisitOffer offer;

  VisitRules(VisitFacts facts, Instant now) {
    this.facts = facts;
    this.now = now;
    CardRules rules = new CardRules(facts, AdmissionRules.day(now));
    this.standings = facts.cards().stream().map(rules::judge).toList();
    this.offer = new VisitOffer(facts, eligible());
  }

  Verdict verdict() {
    Optional<Reason> reason = firstReason();
    if (reason.isPresent()) {
      return new Verdict.Refused(reason.get(), cardVerdicts(), notes());
    }
    Optional<Need> need = firstNeed();
    if (need.isPresent()) {
      return new Verdict.Incomplete(need.get(), offer.offer(), cardVerdicts(), notes());
    }
    List<Question> open = openQuestions();
    return open.isEmpty()
        ? new Verdict.Ready(offer.offer(), cardVerdicts(), notes())
        : new Verdict.Undecided(open, offer.offer(), cardVerdicts(), notesForDeciding());
  }

  /** At a kiosk nobody replaces. */
  private List<Note> notesForDeciding() {
    List<Note> notes = new ArrayList<>(notes());
    if (facts.station() == StationKind.DESK && offer.hasTooFewPlacesToReplace()) {
      notes.add(Note.TOO_FEW_PLACES);
    }
    return notes;
  }

  private List<CardStanding.Eligible> eligible() {
    return standings.stream()
        .filter(CardStanding.Eligible.class::isInstance)
        .map(CardStanding.Eligible.class::cast)
        .toList();
  }

  /** A card's own reason stops the visit only where no other card is good. */
  private Optional<Reason> firstReason() {
    Set<Reason> reasons = eventReasons();
    if (eligible().isEmpty()) {
      for (CardStanding standing : standings) {
        if (standing instanceof CardStanding.Refused(Reason reason)) {
          reasons.add(reason);
        }
      }
    }
    return reasons.stream().findFirst();
  }

  private Set<Reason> eventReasons() {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (facts.event().filter(event -> now.isAfter(event.endsAt())).isPresent()) {
      reasons.add(Reason.EVENT_OVER);
    }
    if (!facts.event().map(facts.station()::offers).orElse(true)) {
      reasons.add(Reason.FEE_AT_KIOSK);
    }
    if (offer.wantsPlaces() && placesLeft() <= 0) {
      reasons.add(Reason.SOLD_OUT);
    }
    return reasons;
  }

  /** A card that was used already needs nothing more: its holder may be collecting (R21). */
  private Optional<Need> firstNeed() {
    if (offer.isForUsedCardsOnly()) {
      return Optional.empty();
    }
    if (facts.event().isEmpty()) {
      return Optional.of(Need.CHOOSE_EVENT);
    }
    if (offer.offer().shares().isEmpty()) {
      return Optional.of(Need.BRING_CLIENT);
    }
    if (offer.offer().places() > placesLeft()) {
      return Optional.of(Need.FEWER_PLACES);
    }
    return hasTooManyAssistants() ? Optional.of(Need.FEWER_ASSISTANTS) : Optional.empty();
  }

  private int placesLeft() {
    return facts.placesLeft().orElse(Integer.MAX_VALUE);
  }

  private boolean hasTooManyAssistants() {
    int together = facts.choices().assistants() + facts.choices().interpreters();
    return facts.station() == StationKind.KIOSK && together > Policy.KIOSK_ASSISTANTS_MAX;
  }

  /** At a kiosk nobody can answer; what was used is never answered away, it is dealt with (R21). */
  private List<Question> openQuestions() {
    Set<Question> open = offer.questions();
    if (facts.station() == StationKind.DESK) {
      open.removeIf(
          question ->
              question != Question.ALREADY_USED && facts.choices().confirmed().contains(question));
    }
    return List.copyOf(open);
  }

  private List<CardVerdict> cardVerdicts() {
    return standings.stream()
        .map(
            standing ->
                switch (standing) {
                  case CardStanding.Refused(Reason reason) -> new CardVerdict.Refused(reason);
                  case CardStanding.Eligible eligible -> offer.cardVerdict(eligible);
                })
        .toList();
  }

  private List<Note> notes() {
    Set<Note> notes = EnumSet.noneOf(Note.class);
    if (facts.event().filter(this::isAgentSale).isPresent()) {
      notes.add(Note.AGENT_SALE);
    }
    if (hasFee()) {
      notes.add(Note.SERVICE_FEE);
    }
    if (facts.registry() instanceof RegistryAge.Stale) {
      notes.add(Note.REGISTRY_STALE);
    }
    return List.copyOf(notes);
  }

  private boolean isAgentSale(Event event) {
    return !event.organiser().equals(facts.policy().venue());
  }

  private boolean hasFee() {
    return facts.event().filter(event -> event.serviceFeeCents() > 0).isPresent();
  }
}
