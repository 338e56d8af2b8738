package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.card.CardHash;
import fi.kaiku.terminal.card.EntryWay;
import fi.kaiku.terminal.clock.ClockReading;
import fi.kaiku.terminal.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * One card's use, to be recorded.
 *
 * @param day of the use, by the calendar of Europe/Helsinki
 */
public record NewAdmission(
    AdmissionId id,
    VisitId visit,
    Event event,
    Instant at,
    LocalDate day,
    ClockReading.Source timeSource,
    Set<Mark> marks,
    int adults,
    int children,
    UsedCard card) {
  public NewAdmission {
    marks = Set.copyOf(marks);
  }

  /**
   * The card, as it may be stored (R28).
   *
   * @param tail its last three characters; erased together with the hash
   * @param sealed the clear id, encrypted; erased when the use is recorded upstream
   * @param eraseAfter 14 days after the event's end
   */
  public record UsedCard(
      CardHash hash,
      String tail,
      UsedCardKind kind,
      EntryWay entryWay,
      SealedId sealed,
      Instant eraseAfter) {}
}
