package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What stands on one station between a scan and its end: the presented cards and what was chosen
 * for them. Immutable and pure; which of the cards is a community card is told at each step, as the
 * registry may have learnt more since.
 *
 * @param revision grows with each change, so that a press of *Issue* names what was on screen
 * @param cards in the order of scanning, never empty, none twice
 * @param notes how this visit came about
 */
public record Visit(
    VisitId id, int revision, List<PresentedCard> cards, Choices choices, Set<Note> notes) {
  /** As many as of any sort of ticket in one visit; keeps a transaction and a screen finite. */
  public static final int CARDS_MAX = Choices.COUNT_MAX;

  private static final int FIRST_REVISION = 1;

  public Visit {
    cards = List.copyOf(cards);
    notes = Set.copyOf(notes);
    if (cards.isEmpty() || cards.size() > CARDS_MAX) {
      throw new IllegalArgumentException(
          "a visit of " + cards.size() + " cards: expected 1-" + CARDS_MAX);
    }
  }

  static Visit begin(VisitId id, PresentedCard first) {
    return new Visit(id, FIRST_REVISION, List.of(first), Choices.NONE, Set.of());
  }

  /** What presenting a card does to a visit under way. */
  sealed interface Presented {
    /** The card is in the visit already. */
    record Again() implements Presented {}

    /** The visit goes on with one card more. */
    record Joined(Visit visit) implements Presented {}

    /** A visit of another customer has begun; nothing was issued to the one before. */
    record Replaced(Visit visit) implements Presented {}

    /** The visit has as many cards as it may have; this one was not taken. */
    record Full() implements Presented {}
  }

  /**
   * Presents one more card. After a community card each personal card is a client's and joins. A
   * community card after a personal one joins too, and makes the holder its client: an employee
   * hands over both cards in either order, and the holder gets no less by it. What else comes, a
   * second personal or a second community card, is the next customer's.
   */
  Presented present(PresentedCard next, Predicate<CardHash> isCommunity, Supplier<VisitId> newId) {
    if (find(next.hash()).isPresent()) {
      return new Presented.Again();
    }
    boolean hasCommunity = cards.stream().map(PresentedCard::hash).anyMatch(isCommunity);
    if (hasCommunity == isCommunity.test(next.hash())) {
      return new Presented.Replaced(
          new Visit(
              newId.get(),
              FIRST_REVISION,
              List.of(next),
              Choices.NONE,
              Set.of(Note.REPLACED_CARD)));
    }
    if (cards.size() == CARDS_MAX) {
      return new Presented.Full();
    }
    List<PresentedCard> more = new ArrayList<>(cards);
    more.add(next);
    return new Presented.Joined(withCards(more));
  }

  /** R2: the clerk took a look-alike for an id that was typed wrongly; it stands in its place. */
  Visit correct(CardHash wrong, PresentedCard right) {
    return withCards(cards.stream().map(card -> card.hash().equals(wrong) ? right : card).toList());
  }

  /** All choices at once; those for cards that are not in the visit are left out. */
  Visit choose(Choices chosen) {
    Map<CardHash, Integer> children = new HashMap<>(chosen.children());
    children.keySet().removeIf(hash -> find(hash).isEmpty());
    Choices kept =
        new Choices(
            children,
            chosen.clientsUnder16(),
            chosen.assistants(),
            chosen.interpreters(),
            chosen.confirmed());
    return new Visit(id, revision + 1, cards, kept, notes);
  }

  /** The same, with nothing to say of how it came about. */
  Visit withoutNotes() {
    return new Visit(id, revision, cards, choices, Set.of());
  }

  /** Something that the clerk sees has changed: another event, another verdict. */
  Visit revise() {
    return new Visit(id, revision + 1, cards, choices, notes);
  }

  /** A yes holds for what was on screen: another card or another event is asked about anew. */
  Visit forgetConfirmations() {
    return choose(choices.confirming(Set.of()));
  }

  Optional<PresentedCard> find(CardHash hash) {
    return cards.stream().filter(card -> card.hash().equals(hash)).findFirst();
  }

  private Visit withCards(List<PresentedCard> others) {
    return new Visit(id, revision, others, choices, notes).forgetConfirmations();
  }
}
