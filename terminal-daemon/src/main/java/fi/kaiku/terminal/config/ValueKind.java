package fi.kaiku.terminal.config;

import fi.kaiku.terminal.input.NearestName;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a value must be.
 *
 * @param expected in words, after "expected"
 * @param parse throws {@link IllegalArgumentException} or {@link java.time.DateTimeException} on
 *     anything else
 */
record ValueKind<T>(String expected, Function<String, T> parse) {

  /** A value that is wrong for a reason of its own, such as standing there twice. */
  static final class UnfitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnfitException(String trouble) {
      super(trouble);
    }
  }

  /** The same, each value once at most. */
  ValueKind<T> once(Set<T> seen, String trouble) {
    return new ValueKind<>(
        expected,
        text -> {
          T value = parse.apply(text);
          if (!seen.add(value)) {
            throw new UnfitException(trouble);
          }
          return value;
        });
  }

  /** One of some words; a near one is proposed. */
  static ValueKind<String> oneOf(Collection<String> words) {
    return oneOf(words, NearestName::hint);
  }

  /**
   * One of some words.
   *
   * @param hint proposes some of them for what was written
   */
  static ValueKind<String> oneOf(
      Collection<String> words, BiFunction<String, Collection<String>, String> hint) {
    String expected = words.isEmpty() ? "nothing, as there is none" : String.join(", ", words);
    return new ValueKind<>(
        expected,
        text -> {
          if (!words.contains(text)) {
            throw new UnfitException("expected " + expected + hint.apply(text, words));
          }
          return text;
        });
  }

  <R> ValueKind<R> map(Function<T, R> further) {
    return new ValueKind<>(expected, parse.andThen(further));
  }
}
