package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.card.CardHash;
import java.util.List;
import java.util.OptionalInt;

/**
 * What *Issue* would give now: one share for each card that gets something, and the tickets that
 * are never recorded upstream (R18).
 */
public record Offer(List<Share> shares, int assistants, int interpreters, OptionalInt placesLeft) {
  public Offer {
    shares = List.copyOf(shares);
  }

  /**
   * One card's use.
   *
   * @param adults the holder, or the employee of a community card
   * @param children the holder's children, or a community card's clients under 16
   * @param unverified R5: issued on the clerk's word
   */
  public record Share(CardHash card, int adults, int children, boolean unverified) {
    int places() {
      return adults + children;
    }
  }

  /** Places that count against the event's quota (R18: assistants do not). */
  public int places() {
    return shares.stream().mapToInt(Share::places).sum();
  }

  /** Tickets that will be printed. */
  public int tickets() {
    return places() + assistants + interpreters;
  }

  /** Whether the same cards get the same tickets; other tills' sales change no offer by that. */
  public boolean givesTheSameAs(Offer other) {
    return regardlessOfPlacesLeft().equals(other.regardlessOfPlacesLeft());
  }

  Offer regardlessOfPlacesLeft() {
    return new Offer(shares, assistants, interpreters, OptionalInt.empty());
  }
}
