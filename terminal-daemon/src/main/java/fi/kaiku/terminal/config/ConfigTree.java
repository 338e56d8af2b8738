package fi.kaiku.terminal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML into nodes that know their places. One document; no anchors, no aliases, no key twice:
 * what those would mean is never what a technician meant.
 */
final class ConfigTree {
  private final YAMLParser parser;
  private final ConfigProblems problems;

  private ConfigTree(YAMLParser parser, ConfigProblems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /** An empty file is a file without keys. A file that is no YAML is one problem. */
  static ConfigNode.Keys read(String yaml, ConfigProblems problems) {
    try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
      return new ConfigTree(parser, problems).document();
    } catch (JsonProcessingException e) {
      NotYaml stumble = NotYaml.of(e);
      problems.add(stumble.place(), "", "", stumble.trouble());
    } catch (IOException e) {
      problems.add(Place.START, "", "", "can't be read: " + e.getMessage());
    }
    return noKeys();
  }

  private ConfigNode.Keys document() throws IOException {
    if (parser.nextToken() == null) {
      return noKeys();
    }
    ConfigNode root = node();
    if (parser.nextToken() != null) {
      problems.add(place(), "", "", "a second document begins here, expected one");
    }
    if (root instanceof ConfigNode.Keys keys) {
      return keys;
    }
    problems.add(root.place(), "", "", "expected keys such as 'venue:'");
    return noKeys();
  }

  private ConfigNode node() throws IOException {
    Place place = place();
    refuseReferences(place);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> keys(place);
      case START_ARRAY -> items(place);
      case VALUE_NULL -> new ConfigNode.Text(place, "");
      default -> new ConfigNode.Text(place, parser.getText());
    };
  }

  private ConfigNode.Keys keys(Place place) throws IOException {
    Map<String, ConfigNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = place();
      String key = parser.currentName();
      parser.nextToken();
      if (entries.put(key, new ConfigNode.Entry(keyPlace, node())) != null) {
        problems.add(keyPlace, key, "", "stands there twice");
      }
    }
    return new ConfigNode.Keys(place, entries);
  }

  private ConfigNode.Items items(Place place) throws IOException {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new ConfigNode.Items(place, items);
  }

  private void refuseReferences(Place place) throws IOException {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      problems.add(place, "", "", "anchors (&) and aliases (*) are not supported: write it out");
    }
  }

  private Place place() {
    return Place.of(parser.currentTokenLocation());
  }

  private static ConfigNode.Keys noKeys() {
    return new ConfigNode.Keys(Place.START, Map.of());
  }
}
