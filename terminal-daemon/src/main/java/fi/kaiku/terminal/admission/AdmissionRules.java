package fi.kaiku.terminal.admission;

import fi.kaiku.terminal.clock.ClockReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

/**
 * R5-R24 as far as a station decides them. Pure: the same facts give the same verdict, nothing is
 * looked up, stored or logged. A ladder: reasons that stop the visit, then a card that was used
 * already, then what is missing, then what the clerk is asked; else *Issue* may be pressed.
 */
public final class AdmissionRules {
  /** R6: whose calendar decides which day it is. */
  public static final ZoneId CALENDAR = ZoneId.of("Europe/Helsinki");

  private AdmissionRules() {}

  public static Verdict judge(VisitFacts facts) {
    return switch (facts.clock()) {
      case ClockReading.Untrusted untrusted -> clockNotTrusted(facts);
      case ClockReading.Trusted(Instant now, var source) -> new VisitRules(facts, now).verdict();
    };
  }

  /** The calendar day of an instant (R6). */
  static LocalDate day(Instant instant) {
    return instant.atZone(CALENDAR).toLocalDate();
  }

  /** Validity is a matter of days: without one, nothing can be said of any card. */
  private static Verdict clockNotTrusted(VisitFacts facts) {
    CardVerdict undecidable = new CardVerdict.Refused(Reason.CLOCK_NOT_TRUSTED);
    return new Verdict.Refused(
        Reason.CLOCK_NOT_TRUSTED,
        Collections.nCopies(facts.cards().size(), undecidable),
        List.of());
  }
}
