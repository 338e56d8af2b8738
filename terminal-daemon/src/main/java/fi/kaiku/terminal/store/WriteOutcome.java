package fi.kaiku.terminal.store;

/** What became of one write to the journal. */
public sealed interface WriteOutcome<T> {
  /** On disk, and forced to it; or nothing had to be written. */
  record Recorded<T>(T value) implements WriteOutcome<T> {}

  /** Nothing of it is in the journal. */
  record NotRecorded<T>(JournalFault fault) implements WriteOutcome<T> {}
}
