package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.ShownVisit;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.Verdict;
import fi.kaiku.terminal.admission.VisitCard;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Schema {@code Visit}. */
record VisitView(
    String id,
    int revision,
    String scanId,
    String tone,
    String code,
    List<VisitCardView> cards,
    OfferView offer,
    List<QuestionView> questions,
    List<String> notes,
    List<PriorUseView> uses) {

  /** A question, and whether the clerk has said yes to it. */
  record QuestionView(String code, boolean confirmed) {}

  /**
   * Views a visit under way.
   *
   * @param isOurs whether this terminal issued a use
   */
  static VisitView of(ShownVisit shown, Predicate<AdmissionId> isOurs) {
    StationKind station = shown.facts().station();
    VerdictWords words = VerdictWords.of(shown.verdict(), station);
    return new VisitView(
        shown.visit().id().toString(),
        shown.visit().revision(),
        shown.scanId().toString(),
        WireWord.of(words.tone()),
        words.code(),
        IntStream.range(0, shown.visit().cards().size())
            .mapToObj(ref -> VisitCardView.of(shown, ref))
            .toList(),
        OfferView.of(shown.verdict(), communityCards(shown)),
        station == StationKind.DESK ? questions(shown) : List.of(),
        shown.notes().stream().map(Enum::name).toList(),
        station == StationKind.DESK ? uses(shown, isOurs) : List.of());
  }

  private static Set<CardHash> communityCards(ShownVisit shown) {
    return shown.facts().cards().stream()
        .filter(VisitView::isCommunity)
        .map(VisitCard::hash)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isCommunity(VisitCard card) {
    return card.lookup() instanceof CardLookup.Found(Card found)
        && found.kind() == CardKind.COMMUNITY;
  }

  /** The open ones and those that have their yes, in order of precedence. */
  private static List<QuestionView> questions(ShownVisit shown) {
    Set<Question> confirmed = shown.visit().choices().confirmed();
    List<Question> open =
        shown.verdict() instanceof Verdict.Undecided undecided ? undecided.questions() : List.of();
    List<QuestionView> questions = new ArrayList<>();
    for (Question question : Question.values()) {
      if (open.contains(question)) {
        questions.add(new QuestionView(question.name(), false));
      } else if (confirmed.contains(question)) {
        questions.add(new QuestionView(question.name(), true));
      }
    }
    return questions;
  }

  private static List<PriorUseView> uses(ShownVisit shown, Predicate<AdmissionId> isOurs) {
    return shown.facts().cards().stream()
        .flatMap(card -> card.uses().stream())
        .map(use -> PriorUseView.of(use, isOurs))
        .toList();
  }
}
