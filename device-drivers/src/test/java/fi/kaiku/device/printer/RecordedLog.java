package fi.kaiku.device.printer;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what some classes log, until it is closed. */
final class RecordedLog extends Handler implements AutoCloseable {
  /** Held, or the logging would forget them with their handlers. */
  private final List<Logger> loggers;

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  RecordedLog(Class<?>... classes) {
    loggers = Arrays.stream(classes).map(Class::getName).map(Logger::getLogger).toList();
    loggers.forEach(logger -> logger.addHandler(this));
  }

  List<LogRecord> records() {
    return List.copyOf(records);
  }

  @Override
  public void publish(LogRecord entry) {
    records.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    loggers.forEach(logger -> logger.removeHandler(this));
  }
}
