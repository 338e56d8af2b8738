package fi.kaiku.terminal.admission;

import java.time.Instant;
import java.util.List;

/**
 * What was recorded for a visit.
 *
 * @param admissions one for each card that got something
 * @param tickets how many are printed, assistants' included
 * @param takeBack printed tickets of the replaced use that the clerk takes back (R24)
 */
public record IssuedVisit(
    VisitId visit, List<AdmissionId> admissions, int tickets, int takeBack, Instant at) {
  public IssuedVisit {
    admissions = List.copyOf(admissions);
  }
}
