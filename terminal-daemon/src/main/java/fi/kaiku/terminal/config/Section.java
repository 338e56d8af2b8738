package fi.kaiku.terminal.config;

import fi.kaiku.terminal.input.NearestName;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Keys that stand together, read one by one. A mistake is noted and reading goes on with something
 * that does no harm, so that all mistakes are told at once. {@link #end} notes the keys that nobody
 * asked for.
 */
final class Section {
  private final ConfigNode.Keys keys;
  private final String path;
  private final ConfigProblems problems;
  private final SortedSet<String> asked = new TreeSet<>();

  Section(ConfigNode.Keys keys, String path, ConfigProblems problems) {
    this.keys = keys;
    this.path = path;
    this.problems = problems;
  }

  /** The value, or the default where the key is absent. */
  <T> T optional(String key, ValueKind<T> kind, T byDefault) {
    ConfigNode.Entry entry = ask(key);
    return entry == null ? byDefault : value(entry.value(), name(key), kind, byDefault);
  }

  /**
   * The value of a key that must be there.
   *
   * @param placeholder to go on with in case of a mistake; the file is refused in the end
   */
  <T> T required(String key, ValueKind<T> kind, T placeholder) {
    ConfigNode.Entry entry = ask(key);
    if (entry == null) {
      problems.add(keys.place(), name(key), "", "is missing, expected " + kind.expected());
      return placeholder;
    }
    return value(entry.value(), name(key), kind, placeholder);
  }

  /** Keys under a key; none where it is absent. */
  Section section(String key) {
    ConfigNode.Entry entry = ask(key);
    ConfigNode.Keys inner =
        entry == null
            ? new ConfigNode.Keys(keys.place(), Map.of())
            : keys(entry.value(), name(key));
    return new Section(inner, name(key), problems);
  }

  /** A list of sections; empty where it is absent. */
  <T> List<T> sections(String key, Function<Section, T> read) {
    List<T> result = new ArrayList<>();
    List<ConfigNode> items = items(key);
    for (int i = 0; i < items.size(); i++) {
      String itemPath = name(key) + "[" + i + "]";
      Section item = new Section(keys(items.get(i), itemPath), itemPath, problems);
      result.add(read.apply(item));
      item.end();
    }
    return result;
  }

  /** A list of values. */
  <T> List<T> values(String key, ValueKind<T> kind, List<T> byDefault) {
    if (!keys.entries().containsKey(key)) {
      ask(key);
      return byDefault;
    }
    List<T> result = new ArrayList<>();
    List<ConfigNode> items = items(key);
    for (int i = 0; i < items.size(); i++) {
      T value = value(items.get(i), name(key) + "[" + i + "]", kind, null);
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }

  boolean has(String key) {
    return keys.entries().containsKey(key);
  }

  /** Notes a mistake that more than one key makes; told at this key, or at the section. */
  void problem(String key, String trouble) {
    ConfigNode.Entry entry = keys.entries().get(key);
    problems.add(entry == null ? keys.place() : entry.place(), name(key), "", trouble);
  }

  /** Notes every key that was not asked for. Called once, last. */
  void end() {
    keys.entries()
        .forEach(
            (key, entry) -> {
              if (!asked.contains(key)) {
                problems.add(entry.place(), name(key), textOf(entry.value()), unknown(key));
              }
            });
  }

  private String unknown(String key) {
    return "unknown key, expected " + String.join(", ", asked) + NearestName.hint(key, asked);
  }

  private ConfigNode.Entry ask(String key) {
    asked.add(key);
    problems.askedFor(name(key));
    return keys.entries().get(key);
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private ConfigNode.Keys keys(ConfigNode node, String name) {
    if (node instanceof ConfigNode.Keys found) {
      return found;
    }
    if (!isEmpty(node)) {
      problems.add(node.place(), name, textOf(node), "expected keys under it");
    }
    return new ConfigNode.Keys(node.place(), Map.of());
  }

  private List<ConfigNode> items(String key) {
    ConfigNode.Entry entry = ask(key);
    if (entry == null) {
      return List.of();
    }
    if (entry.value() instanceof ConfigNode.Items found) {
      return found.items();
    }
    if (!isEmpty(entry.value())) {
      problems.add(
          entry.value().place(),
          name(key),
          textOf(entry.value()),
          "expected a list, such as [...]");
    }
    return List.of();
  }

  /** A key that stands there with nothing under it. */
  private static boolean isEmpty(ConfigNode node) {
    return node instanceof ConfigNode.Text text && text.value().isEmpty();
  }

  private static String textOf(ConfigNode node) {
    return node instanceof ConfigNode.Text text ? text.value() : "";
  }

  private <T> T value(ConfigNode node, String name, ValueKind<T> kind, T otherwise) {
    if (!(node instanceof ConfigNode.Text text)) {
      problems.add(node.place(), name, "", "expected " + kind.expected());
      return otherwise;
    }
    try {
      return kind.parse().apply(text.value());
    } catch (ValueKind.UnfitException e) {
      problems.add(node.place(), name, text.value(), e.getMessage());
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add(node.place(), name, text.value(), "expected " + kind.expected());
    }
    return otherwise;
  }
}
