package fi.kaiku.terminal.store;

import fi.kaiku.terminal.admission.AdmissionId;
import fi.kaiku.terminal.admission.StationName;
import fi.kaiku.terminal.admission.VisitId;
import fi.kaiku.terminal.event.EventId;
import fi.kaiku.terminal.event.LocalisedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A recorded use as lists show it.
 *
 * @param tail last three characters of the card; empty once erased (R28)
 * @param assistants assistants and interpreters
 */
public record UseRow(
    AdmissionId id,
    VisitId visit,
    Instant at,
    LocalDate day,
    StationName station,
    String tail,
    UsedCardKind cardKind,
    EventId event,
    LocalisedText eventTitle,
    int adults,
    int children,
    int assistants,
    AdmissionTable.Standing standing,
    Paper paper,
    Set<Mark> marks) {
  public UseRow {
    marks = Set.copyOf(marks);
  }

  /** How its tickets fare, taken together; the worst first. */
  public enum Paper {
    UNKNOWN,
    FAILED,
    WAITING,
    PRINTED,
    /** The station has no printer, or all was cancelled. */
    NONE
  }
}
