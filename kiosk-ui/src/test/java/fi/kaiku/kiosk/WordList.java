package fi.kaiku.kiosk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of one language, each text by its path. */
record WordList(Map<String, String> texts) {
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  static WordList read(String resource) {
    Map<String, String> texts = new TreeMap<>();
    collect("", new WebResource(resource).json(), texts);
    return new WordList(texts);
  }

  /** What each text has to be filled with. */
  Map<String, Set<String>> holes() {
    Map<String, Set<String>> holes = new TreeMap<>();
    texts.forEach(
        (key, text) ->
            holes.put(
                key,
                HOLE.matcher(text)
                    .results()
                    .map((MatchResult hole) -> hole.group(1))
                    .collect(Collectors.toCollection(TreeSet::new))));
    return holes;
  }

  private static void collect(String path, JsonNode node, Map<String, String> into) {
    if (node.isTextual()) {
      into.put(path, node.asText());
    }
    node.properties()
        .forEach(
            child ->
                collect(
                    path.isEmpty() ? child.getKey() : path + "." + child.getKey(),
                    child.getValue(),
                    into));
  }
}
