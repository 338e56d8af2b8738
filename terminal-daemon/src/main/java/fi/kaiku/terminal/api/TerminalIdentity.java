package fi.kaiku.terminal.api;

import fi.kaiku.terminal.event.LocalisedText;
import java.util.List;

/**
 * What the terminal is set up to be.
 *
 * @param languages of its screens, the venue's own first
 * @param version of this program
 */
public record TerminalIdentity(
    String venueId, LocalisedText venueName, List<String> languages, String version) {
  public TerminalIdentity {
    languages = List.copyOf(languages);
  }
}
