package fi.kaiku.terminal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The programme's list as it should be at the hub and at a terminal: the model of both. */
final class CardList {
  private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);

  /** Ids that are ever on it. */
  private final int universe;

  /** A card's number, and what changes of it. */
  private final Map<Integer, Facts> cards = new TreeMap<>();

  private record Facts(int days, CardState state, int children) {}

  CardList(int universe) {
    this.universe = universe;
  }

  static String id(int number) {
    return "A%09d".formatted(number);
  }

  CardList put(int number) {
    return put(number, CardState.ACTIVE);
  }

  CardList put(int number, CardState state) {
    cards.put(number, new Facts(100, state, 2));
    return this;
  }

  CardList putAll() {
    for (int i = 0; i < universe; i++) {
      put(i);
    }
    return this;
  }

  CardList remove(int number) {
    cards.remove(number);
    return this;
  }

  /** So many of its cards come, go or change. */
  CardList shuffle(Random random, int changes) {
    for (int i = 0; i < changes; i++) {
      int number = random.nextInt(universe);
      if (random.nextInt(4) == 0) {
        remove(number);
      } else {
        CardState state = List.of(CardState.values()).get(random.nextInt(3));
        cards.put(number, new Facts(random.nextInt(400), state, random.nextInt(5)));
      }
    }
    return put(0);
  }

  String csv() {
    StringBuilder csv = new StringBuilder("card_id,kind,issued_on,valid_until,state,children\n");
    cards.forEach(
        (number, facts) ->
            csv.append(
                "%s,personal,%s,%s,%s,%d\n"
                    .formatted(
                        id(number),
                        ISSUED,
                        ISSUED.plusDays(facts.days()),
                        facts.state().name().toLowerCase(Locale.ROOT),
                        facts.children())));
    return csv.toString();
  }

  /** Whether the terminal has just this. */
  boolean isAt(SyncedTerminal terminal) {
    for (int number = 0; number < universe; number++) {
      if (!isSame(cards.get(number), terminal.lookup(id(number)))) {
        return false;
      }
    }
    return terminal.registry().cards() == cards.size();
  }

  private static boolean isSame(Facts facts, CardLookup found) {
    return switch (found) {
      case CardLookup.NotFound() -> facts == null;
      case CardLookup.Found(Card card) ->
          facts != null
              && card.kind() == CardKind.PERSONAL
              && card.issuedOn().equals(ISSUED)
              && card.validUntil().equals(ISSUED.plusDays(facts.days()))
              && card.state() == facts.state()
              && card.children() == facts.children();
    };
  }

  void awaitAt(SyncedTerminal terminal, String when) {
    SyncedTerminal.await(when + ": the hub's registry", () -> isAt(terminal));
    assertThat(terminal.registry().cards()).isEqualTo(cards.size());
  }
}
