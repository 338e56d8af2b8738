package fi.kaiku.terminal.config;

import java.util.regex.Pattern;

/**
 * One mistake.
 *
 * @param key dotted, such as {@code scanners[1].port}; empty for the file as a whole
 * @param value as written; empty where something is missing
 * @param trouble what was expected, or what is wrong
 */
record ConfigProblem(Place place, String key, String value, String trouble) {
  /** Keys that may hold what nobody should read in a log, known to us or not. */
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(pin|secret|password|token|credential|private).*");

  /** A problem is one line, whatever the value holds. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private static final int VALUE_SHOWN_MAX = 80;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(place.toString()).append(": ");
    if (!key.isEmpty()) {
      text.append(key).append(": ");
    }
    if (!value.isEmpty()) {
      text.append('\'').append(shown()).append("': ");
    }
    return CONTROL.matcher(text.append(trouble)).replaceAll(" ");
  }

  private String shown() {
    if (SECRET.matcher(key).matches()) {
      return "(not shown)";
    }
    return value.length() <= VALUE_SHOWN_MAX ? value : value.substring(0, VALUE_SHOWN_MAX) + "...";
  }
}
