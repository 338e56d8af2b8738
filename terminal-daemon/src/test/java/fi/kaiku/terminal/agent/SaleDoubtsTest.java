package fi.kaiku.terminal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kaiku.terminal.admission.AgentSale;
import fi.kaiku.terminal.admission.PresentedCard;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.event.Event;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.EventKind;
import fi.kaiku.terminal.event.LocalisedText;
import fi.kaiku.terminal.event.Quota;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import says of a sale beside the registry, at both sides of each boundary. */
class SaleDoubtsTest {
  private static final CardHash HASH = new CardHash(1, 2, 3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind     | state     | issued     | until      | children | event       | sold on    | sold children | doubts
          PERSONAL   | ACTIVE    | 2026-01-01 | 2026-12-31 | 2        | PERFORMANCE | 2026-11-20 | 2             |
          PERSONAL   | ACTIVE    | 2026-01-01 | 2026-12-31 | 2        | PERFORMANCE | 2026-11-20 | 3             | MORE_CHILDREN
          COMMUNITY  | ACTIVE    | 2026-01-01 | 2026-12-31 | 0        | PERFORMANCE | 2026-11-20 | 3             |
          COMMUNITY  | ACTIVE    | 2026-01-01 | 2026-12-31 | 0        | COURSE      | 2026-11-20 | 0             | COMMUNITY_CARD_ON_COURSE
          PERSONAL   | ENDED     | 2026-01-01 | 2026-12-31 | 2        | PERFORMANCE | 2026-11-20 | 0             | CARD_ENDED
          PERSONAL   | WITHDRAWN | 2026-01-01 | 2026-12-31 | 2        | PERFORMANCE | 2026-11-20 | 0             | CARD_WITHDRAWN
          PERSONAL   | ACTIVE    | 2026-11-20 | 2026-12-31 | 2        | PERFORMANCE | 2026-11-20 | 0             |
          PERSONAL   | ACTIVE    | 2026-11-21 | 2026-12-31 | 2        | PERFORMANCE | 2026-11-20 | 0             | SOLD_BEFORE_FIRST_DAY
          PERSONAL   | ACTIVE    | 2026-01-01 | 2026-11-23 | 2        | PERFORMANCE | 2026-11-20 | 0             |
          PERSONAL   | ACTIVE    | 2026-01-01 | 2026-11-22 | 2        | PERFORMANCE | 2026-11-20 | 0             | ENDED_BEFORE_EVENT
          PERSONAL   | ACTIVE    | 2026-01-01 | 2026-11-20 | 2        | PERFORMANCE | 2026-11-20 | 0             | ENDED_BEFORE_EVENT
          PERSONAL   | ACTIVE    | 2026-01-01 | 2026-11-19 | 2        | PERFORMANCE | 2026-11-20 | 0             | SOLD_AFTER_LAST_DAY
          PERSONAL   | ENDED     | 2026-01-01 | 2026-11-19 | 0        | PERFORMANCE | 2026-11-20 | 1             | CARD_ENDED SOLD_AFTER_LAST_DAY MORE_CHILDREN
          """)
  void areWhatTheRegistryAndTheSaleDoNotShare(
      CardKind kind,
      CardState state,
      LocalDate issued,
      LocalDate until,
      int children,
      EventKind event,
      LocalDate soldOn,
      int soldChildren,
      String doubts) {
    Card card = new Card(HASH, kind, issued, until, state, children);

    List<SaleDoubt> found =
        SaleDoubts.of(7, sale(event, soldOn, soldChildren), new CardLookup.Found(card));

    assertThat(found.stream().map(doubt -> doubt.kind().name()).toList())
        .isEqualTo(doubts == null ? List.of() : List.of(doubts.split(" ", -1)));
    assertThat(found).allMatch(doubt -> doubt.line() == 7 && doubt.tail().equals("001"));
  }

  @Test
  void anUnknownCardIsToldAsUnknownAndNotAsForged() {
    SaleDoubt doubt =
        SaleDoubts.of(
                2,
                sale(EventKind.PERFORMANCE, LocalDate.of(2026, 11, 20), 0),
                new CardLookup.NotFound())
            .getFirst();

    assertThat(doubt.kind()).isEqualTo(SaleDoubt.Kind.NOT_IN_REGISTRY);
    assertThat(doubt.words().en())
        .isEqualTo("the card is not in the registry, perhaps not yet: entered as unverified");
  }

  private static AgentSale sale(EventKind kind, LocalDate soldOn, int children) {
    PresentedCard card = new PresentedCard(new CardId("AGENT00001"), HASH, EntryWay.TYPED);
    return new AgentSale(new VisitId(new UUID(0, 1)), card, event(kind), soldOn, 1, children);
  }

  /** Starts on the 23rd in Helsinki, though it is the 22nd still in Greenwich. */
  private static Event event(EventKind kind) {
    return new Event(
        new EventId("konsertti"),
        new LocalisedText("Yökonsertti", "", ""),
        kind,
        Instant.parse("2026-11-22T22:30:00Z"),
        Instant.parse("2026-11-23T01:00:00Z"),
        new Quota.Unlimited(),
        "toinen",
        0);
  }
}
