package fi.kaiku.terminal.config;

import fi.kaiku.terminal.input.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Proposes printer models. A number in a model's name is no slip of the finger: a TM-T20 is one of
 * the TM-T20s and never a TM-T70, though that is but a letter away.
 */
final class ModelHint {
  private ModelHint() {}

  /** {@code ", did you mean 'x' or 'y'?"}, or nothing. */
  static String of(String written, Collection<String> models) {
    List<String> sameNumbers =
        models.stream().filter(model -> numbers(model).equals(numbers(written))).toList();
    List<String> whole =
        sameNumbers.stream()
            .filter(model -> !written.isEmpty() && plain(model).contains(plain(written)))
            .toList();
    return whole.isEmpty()
        ? NearestName.hint(written, sameNumbers)
        : whole.stream().collect(Collectors.joining("' or '", ", did you mean '", "'?"));
  }

  private static List<String> numbers(String name) {
    return List.of(name.replaceAll("[^0-9]+", " ").strip().split(" ", -1));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
