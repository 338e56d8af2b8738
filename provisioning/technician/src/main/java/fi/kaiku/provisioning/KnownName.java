package fi.kaiku.provisioning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A name that somebody typed, among those that there are. */
final class KnownName {
  private KnownName() {}

  /**
   * @param what "station", "printer"
   * @throws PlainWordsException WRONG_USE, which names them all, the nearest one first
   */
  static void require(String what, String typed, List<String> known) {
    if (known.contains(typed)) {
      return;
    }
    String all = String.join(", ", known);
    throw new PlainWordsException(
        ExitCode.WRONG_USE,
        known.isEmpty()
            ? "this terminal has no %s.".formatted(what)
            : "there is no %s '%s'; did you mean '%s'? This terminal has: %s."
                .formatted(what, typed, nearest(typed, known), all));
  }

  private static String nearest(String typed, List<String> known) {
    return known.stream().min(Comparator.comparingInt(name -> edits(typed, name))).orElseThrow();
  }

  /** Letters to insert, leave out or change; names are 32 characters at most. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int at = 0; at < from.length(); at++) {
      int diagonal = row[0]++;
      for (int i = 1; i <= to.length(); i++) {
        int changed = diagonal + (to.charAt(i - 1) == from.charAt(at) ? 0 : 1);
        diagonal = row[i];
        row[i] = Math.min(changed, 1 + Math.min(row[i], row[i - 1]));
      }
    }
    return row[to.length()];
  }
}
