package fi.kaiku.terminal.api;

/** How a verdict looks. */
enum Tone {
  /** A circle: press *Issue*. */
  YES,
  /** A triangle: the clerk decides. */
  MIND,
  /** A square: nothing is given. */
  NO,
  /** Nothing is wrong, something is missing. */
  NEXT
}
