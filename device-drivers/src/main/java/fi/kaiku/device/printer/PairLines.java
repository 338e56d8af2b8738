package fi.kaiku.device.printer;

import java.util.ArrayList;
import java.util.List;

/** Two texts on one line, the second at the right edge; on more lines where they don't fit. */
final class PairLines {
  private PairLines() {}

  static List<String> of(String left, String right, int columns) {
    List<String> lines = new ArrayList<>(LineWrap.wrap(left, columns));
    List<String> ends = LineWrap.wrap(right.stripLeading(), columns);
    String last = lines.getLast();
    int gap = columns - last.length() - ends.getFirst().length();
    if (ends.size() == 1 && gap >= 1) {
      lines.set(lines.size() - 1, last + " ".repeat(gap) + ends.getFirst());
      return lines;
    }
    if (last.isEmpty()) {
      lines.removeLast();
    }
    ends.forEach(end -> lines.add(" ".repeat(columns - end.length()) + end));
    return lines;
  }
}
