package fi.kaiku.terminal.store;

/** Unwraps what a test knows to be recorded. */
final class Recorded {
  private Recorded() {}

  static <T> T value(WriteOutcome<T> outcome) {
    return switch (outcome) {
      case WriteOutcome.Recorded<T>(T value) -> value;
      case WriteOutcome.NotRecorded<T>(JournalFault fault) ->
          throw new AssertionError("not recorded: " + fault);
    };
  }
}
