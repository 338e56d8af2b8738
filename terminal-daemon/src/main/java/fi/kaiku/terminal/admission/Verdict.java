package fi.kaiku.terminal.admission;

import java.util.List;

/** The rules' answer to a visit as it stands. */
public sealed interface Verdict {
  /** One for each card, in the order of scanning. */
  List<CardVerdict> cards();

  List<Note> notes();

  /** Nothing can be issued. */
  record Refused(Reason reason, List<CardVerdict> cards, List<Note> notes) implements Verdict {}

  /**
   * Nothing is wrong, something is missing; the offer is what there would be without the need, and
   * for {@link Need#FEWER_PLACES} says how many places are left.
   */
  record Incomplete(Need need, Offer offer, List<CardVerdict> cards, List<Note> notes)
      implements Verdict {}

  /**
   * The clerk decides; at a kiosk, staff are called.
   *
   * @param questions those still open, never empty, in order of precedence
   * @param offer what *Issue* gives once they are answered with yes; for {@link
   *     Question#ALREADY_USED}, what *Replace* gives
   */
  record Undecided(List<Question> questions, Offer offer, List<CardVerdict> cards, List<Note> notes)
      implements Verdict {}

  /** Press *Issue*. */
  record Ready(Offer offer, List<CardVerdict> cards, List<Note> notes) implements Verdict {}
}
