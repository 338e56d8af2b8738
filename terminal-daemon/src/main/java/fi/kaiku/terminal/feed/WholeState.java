package fi.kaiku.terminal.feed;

import java.util.function.Supplier;

/**
 * A station's whole state.
 *
 * @param content equal for two states that differ in nothing but the time of day; such a state is
 *     not worth an event
 * @param json writes the state as one line; asked only when it is sent, as most looks find nothing
 *     new
 */
public record WholeState(Object content, Supplier<String> json) {
  @Override
  public String toString() {
    return "WholeState";
  }
}
