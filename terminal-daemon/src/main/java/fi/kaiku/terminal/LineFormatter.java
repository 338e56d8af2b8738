package fi.kaiku.terminal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line for each log record, causes and stack traces included, so that the journal of the
 * operating system keeps a record together. Named in {@code logging.properties}.
 */
public final class LineFormatter extends Formatter {
  /** Deep enough to leave the JDK's and the server's frames and reach ours. */
  private static final int FRAMES_MAX = 12;

  private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

  @Override
  public String format(LogRecord record) {
    StringBuilder line = new StringBuilder();
    line.append(
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            record.getInstant().truncatedTo(ChronoUnit.MILLIS).atZone(ZONE)));
    line.append(' ').append(record.getLevel().getName());
    line.append(' ').append(shortName(record.getLoggerName())).append(": ");
    line.append(formatMessage(record));
    trace(record.getThrown()).forEach(line::append);
    return line.toString().replaceAll("\\R\\s*", " | ") + System.lineSeparator();
  }

  private static String shortName(String logger) {
    return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static List<String> trace(Throwable thrown) {
    List<String> parts = new ArrayList<>();
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    String mark = " | ";
    for (Throwable t = thrown; t != null && told.add(t); t = t.getCause()) {
      parts.add(mark + t);
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES_MAX, frames.length); i++) {
        parts.add(" < " + frames[i]);
      }
      mark = " | caused by ";
    }
    return parts;
  }
}
