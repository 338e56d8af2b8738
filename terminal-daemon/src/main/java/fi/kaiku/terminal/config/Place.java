package fi.kaiku.terminal.config;

/** Where in the file, from 1, as an editor counts. */
record Place(int line, int column) {
  static final Place START = new Place(1, 1);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
