package fi.kaiku.terminal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that this JVM logs, ours at every level, as it would stand on standard error. */
final class CapturedLog extends Handler {
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("fi.kaiku");
  private final Level before = ours.getLevel();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final LineFormatter formatter = new LineFormatter();

  CapturedLog() {
    setLevel(Level.ALL);
    ours.setLevel(Level.ALL);
    root.addHandler(this);
  }

  String text() {
    return String.join("", lines);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(formatter.format(record));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    ours.setLevel(before);
  }
}
