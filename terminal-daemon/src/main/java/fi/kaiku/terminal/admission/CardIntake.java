package fi.kaiku.terminal.admission;

import fi.kaiku.device.scanner.Reading;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.CardId;
import fi.kaiku.terminal.card.CardReader;
import fi.kaiku.terminal.card.CardReading;
import fi.kaiku.terminal.card.LookAlikes;
import fi.kaiku.terminal.registry.Card;
import fi.kaiku.terminal.registry.CardKind;
import fi.kaiku.terminal.registry.CardLookup;
import fi.kaiku.terminal.registry.CardState;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** From what was scanned or typed to a card of a visit. Any thread; a look-up may read a disk. */
public final class CardIntake {
  /** More suggestions than this are no help to a clerk who compares them with the cardboard. */
  static final int SUGGESTIONS_MAX = 3;

  private final CardReader reader;
  private final Function<CardId, CardHash> hasher;
  private final Function<CardHash, CardLookup> registry;

  public CardIntake(
      CardReader reader,
      Function<CardId, CardHash> hasher,
      Function<CardHash, CardLookup> registry) {
    this.reader = reader;
    this.hasher = hasher;
    this.registry = registry;
  }

  CardReading read(Reading reading) {
    return reader.read(reading);
  }

  CardReading readTyped(String text) {
    return reader.readTyped(text);
  }

  PresentedCard present(CardReading.Recognised card) {
    return new PresentedCard(card.id(), hasher.apply(card.id()), card.entryWay());
  }

  /** An unknown card passes for a personal one, as in the rules. */
  boolean isCommunity(CardHash hash) {
    return registry.apply(hash) instanceof CardLookup.Found(Card card)
        && card.kind() == CardKind.COMMUNITY;
  }

  boolean isUnknown(CardHash hash) {
    return registry.apply(hash) instanceof CardLookup.NotFound;
  }

  /** R2: ids that look like this one and are cards that can be used today. */
  List<CardId> lookAlikes(CardId id, LocalDate today) {
    return LookAlikes.of(id).stream()
        .filter(other -> isUsable(hasher.apply(other), today))
        .limit(SUGGESTIONS_MAX)
        .toList();
  }

  private boolean isUsable(CardHash hash, LocalDate today) {
    return registry.apply(hash) instanceof CardLookup.Found(Card card)
        && card.state() == CardState.ACTIVE
        && !today.isBefore(card.issuedOn())
        && !today.isAfter(card.validUntil());
  }
}
