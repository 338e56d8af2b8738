package fi.kaiku.terminal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong where a file is no YAML, in the words of who writes one. The parser tells of what
 * it was doing, of the place where that began, and last of what it stumbled over, which is what
 * counts.
 *
 * @param trouble with what was expected
 */
record NotYaml(Place place, String trouble) {
  /** {@code expected ',' or ']', but got ...} and the line with its place. */
  private static final Pattern STUMBLE =
      Pattern.compile("^(\\S.*)\\R in .*, line (\\d+), column (\\d+):", Pattern.MULTILINE);

  private static final List<Said> SAID =
      List.of(
          new Said(
              "mapping values are not allowed here",
              "a second ':' in one line, expected quotes around a value that holds ': ' ('a: b')"),
          new Said("found character '\\\\t.*", "a tab, expected spaces at the beginning of a line"),
          new Said(
              "found character '(.)'.* that cannot start any token.*",
              "a value can't begin with '$1', expected quotes around it"),
          new Said(
              "found unexpected end of stream",
              "the file ends in a quoted value, expected a quote"),
          new Said(
              "expected <block end>, but found .*",
              "expected a line as far to the right as the others beside it"),
          new Said("expected (',' or '[]}]'), .*", "expected $1"),
          new Said(
              "expected the node content, .*",
              "nothing follows here, expected a value or ']', '}'"));

  /** The parser's words, as a pattern, and ours. */
  private record Said(String parser, String ours) {}

  static NotYaml of(JsonProcessingException e) {
    List<MatchResult> found = STUMBLE.matcher(e.getOriginalMessage()).results().toList();
    if (found.isEmpty()) {
      return new NotYaml(Place.of(e.getLocation()), words(firstLine(e)));
    }
    MatchResult last = found.getLast();
    Place place = new Place(Integer.parseInt(last.group(2)), Integer.parseInt(last.group(3)));
    return new NotYaml(place, words(last.group(1)));
  }

  private static String words(String parser) {
    for (Said said : SAID) {
      Matcher match = Pattern.compile(said.parser()).matcher(parser);
      if (match.matches()) {
        return "not YAML: " + match.replaceFirst(said.ours());
      }
    }
    return "not YAML: " + parser;
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
