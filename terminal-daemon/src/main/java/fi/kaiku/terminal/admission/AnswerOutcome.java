package fi.kaiku.terminal.admission;

/** What became of a clerk's answer about a ticket. */
public sealed interface AnswerOutcome {
  /** Settled, now or by an earlier answer: the first one counts. */
  record Settled() implements AnswerOutcome {}

  /** The job waits in the queue or is being printed: nothing is asked about it. */
  record NotAsked() implements AnswerOutcome {}

  record NoSuchJob() implements AnswerOutcome {}

  /** The journal can't record; the question stays. */
  record NotRecorded() implements AnswerOutcome {}
}
