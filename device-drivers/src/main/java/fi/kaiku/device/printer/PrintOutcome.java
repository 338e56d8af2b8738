package fi.kaiku.device.printer;

import fi.kaiku.device.HealthCode;

/** What became of one print job. */
public sealed interface PrintOutcome {

  /** The printer itself said that the job is on paper. */
  record Confirmed() implements PrintOutcome {}

  /** All bytes were taken, and this printer has no way to say more. */
  record Sent() implements PrintOutcome {}

  /** No byte of the job reached the printer: the job may be tried again. */
  record NotStarted(HealthCode code) implements PrintOutcome {}

  /** The job can't be printed on this printer, ever (a code too wide for the paper, say). */
  record Refused(String why) implements PrintOutcome {}

  /** Some bytes went out and nobody can tell whether paper came: only a person can. */
  record Unknown(String why) implements PrintOutcome {}
}
