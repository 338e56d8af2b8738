package fi.kaiku.terminal.api;

import fi.kaiku.terminal.admission.CardVerdict;
import fi.kaiku.terminal.admission.Need;
import fi.kaiku.terminal.admission.Offer;
import fi.kaiku.terminal.admission.Question;
import fi.kaiku.terminal.admission.Reason;
import fi.kaiku.terminal.admission.StationKind;
import fi.kaiku.terminal.admission.Verdict;
import java.util.List;

/**
 * Tone and code of a verdict. A desk gets the first reason, question or need that applies; a kiosk
 * is told to fetch staff and never why, as bystanders read its screen (R29).
 */
record VerdictWords(Tone tone, String code) {
  private static final String READY = "READY";
  private static final String ASK_STAFF = "ASK_STAFF";

  static VerdictWords of(Verdict verdict, StationKind kind) {
    return switch (verdict) {
      case Verdict.Ready _ -> new VerdictWords(Tone.YES, READY);
      case Verdict.Incomplete(Need need, Offer _, var _, var _) ->
          new VerdictWords(Tone.NEXT, need.name());
      case Verdict.Undecided(List<Question> questions, Offer _, var _, var _) ->
          doubt(Tone.MIND, questions.getFirst(), kind);
      case Verdict.Refused(Reason reason, var _, var _) -> doubt(Tone.NO, reason, kind);
    };
  }

  static VerdictWords of(CardVerdict verdict, StationKind kind) {
    return switch (verdict) {
      case CardVerdict.Good(int _) -> new VerdictWords(Tone.YES, READY);
      case CardVerdict.Asked(Question question, int _) -> doubt(Tone.MIND, question, kind);
      case CardVerdict.Refused(Reason reason) -> doubt(Tone.NO, reason, kind);
    };
  }

  private static VerdictWords doubt(Tone tone, Enum<?> why, StationKind kind) {
    return switch (kind) {
      case DESK -> new VerdictWords(tone, why.name());
      case KIOSK -> new VerdictWords(tone, ASK_STAFF);
    };
  }
}
