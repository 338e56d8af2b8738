package fi.kaiku.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LineFormatterTest {
  private static LogRecord record(String message) {
    LogRecord record = new LogRecord(Level.WARNING, message);
    record.setLoggerName("fi.kaiku.terminal.store.Journal");
    record.setInstant(Instant.parse("2026-11-23T16:42:00.1234Z"));
    return record;
  }

  @Test
  void writesTimeLevelPlaceAndMessage() {
    assertThat(new LineFormatter().format(record("disk full")))
        .isEqualTo("2026-11-23T18:42:00.123+02:00 WARNING Journal: disk full\n");
  }

  @Test
  void keepsAMessageOfSeveralLinesOnOne() {
    assertThat(new LineFormatter().format(record("a\n  b\r\nc"))).endsWith(": a | b | c\n");
  }

  @Test
  void keepsATraceWithItsCausesOnTheLine() {
    LogRecord record = record("print failed");
    record.setThrown(new IllegalStateException("outer", new IOException("inner")));

    assertThat(new LineFormatter().format(record))
        .contains("print failed | java.lang.IllegalStateException: outer < fi.kaiku")
        .contains(" | caused by java.io.IOException: inner < fi.kaiku")
        .containsOnlyOnce("\n");
  }

  @Test
  void endsWhereCausesGoInACircle() {
    Exception first = new Exception("first");
    Exception second = new Exception("second", first);
    first.initCause(second);
    LogRecord record = record("round");
    record.setThrown(first);

    assertThat(new LineFormatter().format(record)).containsOnlyOnce("caused by");
  }
}
