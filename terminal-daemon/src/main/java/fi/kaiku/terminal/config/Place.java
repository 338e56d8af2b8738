package fi.kaiku.terminal.config;

import com.fasterxml.jackson.core.JsonLocation;

/** Where in the file, from 1, as an editor counts. */
record Place(int line, int column) {
  static final Place START = new Place(1, 1);

  /** Where the parser is; the beginning where it does not know. */
  static Place of(JsonLocation location) {
    return location == null
        ? START
        : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
