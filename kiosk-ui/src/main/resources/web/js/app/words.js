/**
 * Words of one language. A key is a path into the catalogue; `{name}` in the text is filled from
 * args; a text that comes as {one, other} is chosen by args.n. A missing key shows itself: the
 * parity and coverage tests keep it from happening. A number never ends a line without what it
 * counts, nor does "klo" without its time.
 */
const TIED = /(?<=\d|\b(?:klo|kl\.|under|alle)) (?=[\d\p{L}€…])/gu;

export function createWords(language, catalogue) {
  const say = (key, args = {}) => fill(choose(find(catalogue, key), args) ?? key, args);
  return {
    language,
    say,
    has: (key) => find(catalogue, key) !== undefined,
    /** A text that the daemon sent in all languages. */
    pick: (text) => text?.[language] ?? text?.fi ?? "",
  };
}

function find(catalogue, key) {
  return key.split(".").reduce((branch, step) => branch?.[step], catalogue);
}

function choose(text, { n }) {
  return text && typeof text === "object" ? (n === 1 ? text.one : text.other) : text;
}

function fill(text, args) {
  return text
    .replace(/\{(\w+)\}/g, (hole, name) => args[name] ?? hole)
    .replace(TIED, "\u00a0");
}
