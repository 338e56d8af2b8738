package fi.kaiku.terminal.feed;

/**
 * A station's whole state, ready to be sent.
 *
 * @param json the state as one line
 * @param content equal for two states that differ in nothing but the time of day; such a state is
 *     not worth an event
 */
public record WholeState(String json, Object content) {
  @Override
  public String toString() {
    return "WholeState[" + json.length() + " characters]";
  }
}
