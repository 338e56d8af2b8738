package fi.kaiku.terminal.api;

import fi.kaiku.terminal.event.LocalisedText;

/** Schema {@code LocalisedText}. */
record LocalisedTextView(String fi, String sv, String en) {
  static LocalisedTextView of(LocalisedText text) {
    return new LocalisedTextView(text.fi(), text.sv(), text.en());
  }
}
