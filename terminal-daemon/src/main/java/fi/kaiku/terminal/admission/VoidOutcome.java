package fi.kaiku.terminal.admission;

import java.util.List;

/** What became of undoing or voiding. A repeat gets the first answer. */
public sealed interface VoidOutcome {
  /**
   * Taken back.
   *
   * @param admissions all that the same act voided
   * @param takeBack tickets that may be on paper: the clerk takes them back (R24)
   * @param cancelled tickets taken out of the print queue
   */
  record Voided(List<AdmissionId> admissions, int takeBack, int cancelled) implements VoidOutcome {
    public Voided {
      admissions = List.copyOf(admissions);
    }
  }

  record NoSuchAdmission() implements VoidOutcome {}

  /** Undoing is over; voiding is not. */
  record UndoWindowOver() implements VoidOutcome {}

  /** The journal can't record; everything stands as it was. */
  record NotRecorded() implements VoidOutcome {}
}
