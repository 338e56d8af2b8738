package fi.kaiku.terminal.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A piece of the file, with its place. All values are texts here; what they mean comes later. */
sealed interface ConfigNode {
  Place place();

  record Text(Place place, String value) implements ConfigNode {}

  record Items(Place place, List<ConfigNode> items) implements ConfigNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Keys(Place place, Map<String, Entry> entries) implements ConfigNode {
    public Keys {
      entries = Collections.unmodifiableMap(entries);
    }
  }

  /**
   * One key with its value.
   *
   * @param place of the key
   */
  record Entry(Place place, ConfigNode value) {}
}
