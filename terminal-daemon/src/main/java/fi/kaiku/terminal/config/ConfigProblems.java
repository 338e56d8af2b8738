package fi.kaiku.terminal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The mistakes found so far, and the keys that were asked for. One thread. */
final class ConfigProblems {
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final SortedSet<String> keysAskedFor = new TreeSet<>();

  void add(Place place, String key, String value, String trouble) {
    problems.add(new ConfigProblem(place, key, value, trouble));
  }

  void askedFor(String key) {
    keysAskedFor.add(key.replaceAll("\\[\\d+]", "[]"));
  }

  /** All keys that mean anything, list positions left out: {@code scanners[].port}. */
  SortedSet<String> keysAskedFor() {
    return keysAskedFor;
  }

  List<ConfigProblem> all() {
    return problems.stream()
        .sorted(
            Comparator.comparingInt((ConfigProblem problem) -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()))
        .toList();
  }

  /** Ends the reading of a file that has any. */
  void throwIfAny(Path file) throws ConfigException {
    if (!problems.isEmpty()) {
      throw new ConfigException(file, all());
    }
  }
}
