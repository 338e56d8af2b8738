package fi.kaiku.terminal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kaiku.terminal.admission.Visit.Presented;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is not in the rule table of presenting cards: counts, choices and revisions. */
class VisitTest {
  private static final VisitId FIRST = new VisitId(new UUID(1, 1));
  private static final VisitId NEXT = new VisitId(new UUID(2, 2));

  private final RuleWorld world = new RuleWorld();

  private Presented present(Visit visit, String card) {
    return visit.present(world.present(card), world::isCommunity, () -> NEXT);
  }

  private Visit visit(String first, String... others) {
    Visit visit = Visit.begin(FIRST, world.present(first));
    for (String other : others) {
      visit = ((Presented.Joined) present(visit, other)).visit();
    }
    return visit;
  }

  @Test
  void joiningMovesTheRevisionAndKeepsTheVisit() {
    Visit before = visit("house");
    Visit after = visit("house", "solo");
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.revision()).isGreaterThan(before.revision());
  }

  @Test
  void replacingBeginsAVisitWithNothingChosen() {
    Visit chosen = visit("family").choose(new Choices(Map.of(), 0, 1, 0, Set.of()));
    assertThat(present(chosen, "solo"))
        .isInstanceOfSatisfying(
            Presented.Replaced.class,
            replaced -> {
              assertThat(replaced.visit().id()).isEqualTo(NEXT);
              assertThat(replaced.visit().choices()).isEqualTo(Choices.NONE);
              assertThat(replaced.visit().notes()).containsExactly(Note.REPLACED_CARD);
            });
  }

  @Test
  void joiningKeepsTheCountsAndClearsTheAnswers() {
    Choices choices =
        new Choices(
            Map.of(world.present("family").hash(), 2), 1, 1, 0, Set.of(Question.LARGE_GROUP));
    Visit chosen = visit("house", "family").choose(choices);
    Visit grown = ((Presented.Joined) present(chosen, "solo")).visit();
    assertThat(grown.choices()).isEqualTo(choices.confirming(Set.of()));
  }

  @Test
  void childrenOfCardsThatAreNotInTheVisitAreLeftOut() {
    Choices choices = new Choices(Map.of(world.present("family").hash(), 2), 0, 0, 0, Set.of());
    assertThat(visit("solo").choose(choices).choices()).isEqualTo(Choices.NONE);
  }

  @Test
  void theVisitIsFullAtNinetyNineCards() {
    Visit visit = visit("house");
    for (int i = 1; i < Visit.CARDS_MAX; i++) {
      String stranger = String.format(Locale.ROOT, "stranger-%d", i);
      visit = ((Presented.Joined) present(visit, stranger)).visit();
    }
    assertThat(present(visit, "solo")).isEqualTo(new Presented.Full());
    assertThat(present(visit, "stranger-1")).isEqualTo(new Presented.Again());
  }

  @Test
  void aVisitWithoutCardsIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Visit(FIRST, 1, List.of(), Choices.NONE, Set.of()));
  }

  @Test
  void aCorrectedIdStandsInTheOldPlace() {
    Visit visit = visit("house", "stranger", "solo");
    Visit corrected = visit.correct(world.present("stranger").hash(), world.present("family"));
    assertThat(corrected.cards())
        .containsExactly(world.present("house"), world.present("family"), world.present("solo"));
    assertThat(corrected.revision()).isGreaterThan(visit.revision());
  }
}
