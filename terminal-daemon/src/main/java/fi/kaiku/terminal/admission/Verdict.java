package fi.kaiku.terminal.admission;

import java.util.List;

/** The rules' answer to a visit as it stands. */
public sealed interface Verdict {
  /** One for each card, in the order of scanning. */
  List<CardVerdict> cards();

  List<Note> notes();

  /** Nothing can be issued. */
  record Refused(Reason reason, List<CardVerdict> cards, List<Note> notes) implements Verdict {}

  /** Nothing is wrong, something is missing. */
  record Incomplete(Need need, Offer offer, List<CardVerdict> cards, List<Note> notes)
      implements Verdict {}

  /** The clerk decides; at a kiosk, staff are called. Never empty; in order of precedence. */
  record Undecided(List<Question> questions, Offer offer, List<CardVerdict> cards, List<Note> notes)
      implements Verdict {}

  /** Press *Issue*. */
  record Ready(Offer offer, List<CardVerdict> cards, List<Note> notes) implements Verdict {}
}
