package fi.kaiku.terminal.event;

/** A text in the three languages of the terminal; a missing one falls back to Finnish. */
public record LocalisedText(String fi, String sv, String en) {
  public LocalisedText {
    if (fi.isBlank()) {
      throw new IllegalArgumentException("the Finnish text is empty");
    }
    sv = sv.isBlank() ? fi : sv;
    en = en.isBlank() ? fi : en;
  }
}
