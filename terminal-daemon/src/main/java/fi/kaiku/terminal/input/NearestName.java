package fi.kaiku.terminal.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class NearestName {
  /** Edits allowed for each this many letters of the known name; one at least. */
  private static final int LETTERS_PER_EDIT = 3;

  private NearestName() {}

  /** Empty when nothing is near enough to be a slip of the finger. */
  public static Optional<String> of(String written, Collection<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt((String name) -> distance(lower, name)).thenComparing(n -> n))
        .filter(name -> distance(lower, name) <= Math.max(1, name.length() / LETTERS_PER_EDIT));
  }

  /** {@code ", did you mean 'x'?"}, or nothing. */
  public static String hint(String written, Collection<String> known) {
    return of(written, known).map(name -> ", did you mean '" + name + "'?").orElse("");
  }

  /** Edits between two words, an exchange of neighbours counted as one (optimal alignment). */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (isExchange(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static boolean isExchange(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
