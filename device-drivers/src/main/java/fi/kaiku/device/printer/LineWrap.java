package fi.kaiku.device.printer;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of at most so many columns, at spaces where there are any. */
final class LineWrap {
  private LineWrap() {}

  /** At least one line, possibly empty; a word longer than a line is broken where it must be. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String rest = text.stripTrailing();
    while (rest.length() > columns) {
      int space = rest.lastIndexOf(' ', columns);
      int end = rest.substring(0, Math.max(space, 0)).isBlank() ? columns : space;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }
}
