/**
 * A finger that trembles strikes twice. One press counts, what follows within half a second does
 * not (EN 301 549, 5.9 and 4.2.7), on whatever it lands: the next screen may have another button
 * in the same place. Two fingers at once are one press.
 */
export const STRIKE_MS = 500;

/** @returns a function that tells whether a press at this time (ms) counts */
export function createStrikes() {
  let last = -Infinity;
  return (at) => {
    if (at - last < STRIKE_MS) return false;
    last = at;
    return true;
  };
}
