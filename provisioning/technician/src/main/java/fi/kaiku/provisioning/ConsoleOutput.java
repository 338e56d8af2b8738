package fi.kaiku.provisioning;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes the children's lines on, each with its child's name in front, or only keeps the last of
 * them. Thread-safe.
 */
final class ConsoleOutput implements OutputSink {
  /** Enough for a stack trace's beginning; fits a small terminal window. */
  private static final int LAST_LINES = 15;

  enum Show {
    ALL_LINES,
    NOTHING
  }

  private final PrintWriter out;
  private final Show show;
  private final Map<String, Deque<String>> last = new HashMap<>();

  ConsoleOutput(PrintWriter out, Show show) {
    this.out = out;
    this.show = show;
  }

  @Override
  public synchronized void line(String child, String text) {
    Deque<String> lines = last.computeIfAbsent(child, name -> new ArrayDeque<>());
    lines.addLast(text);
    if (lines.size() > LAST_LINES) {
      lines.removeFirst();
    }
    if (show == Show.ALL_LINES) {
      out.println(child + " | " + text);
      out.flush();
    }
  }

  @Override
  public synchronized List<String> unseenLines(String child) {
    return show == Show.ALL_LINES
        ? List.of()
        : List.copyOf(last.getOrDefault(child, new ArrayDeque<>()));
  }
}
