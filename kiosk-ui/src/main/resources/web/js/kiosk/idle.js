/**
 * How long a customer may do nothing. Pure but for the clock that it is given; after the quiet
 * time a warning stands for as long as the second number says, then it is over. "More time" makes
 * the quiet time of this visit longer; it can be asked for as often as one likes (WCAG 2.2.1).
 */
export const QUIET_MS = 60_000;
export const WARNING_MS = 30_000;
export const MORE_MS = 300_000;
/** Tickets in hand, there is nothing left to lose. */
export const DONE_MS = 20_000;

export function createIdle(monotonic) {
  let since = monotonic();
  let quiet = QUIET_MS;
  return {
    /** Somebody is there. */
    touched: () => (since = monotonic()),
    more() {
      quiet = MORE_MS;
      since = monotonic();
    },
    /** The next customer begins with the usual time. */
    reset() {
      quiet = QUIET_MS;
      since = monotonic();
    },
    /** @returns {over} or {secondsLeft} while it is warned, else {} */
    look(screen) {
      const past = monotonic() - since;
      if (screen === "done") return past >= DONE_MS ? { over: true } : {};
      const left = quiet + WARNING_MS - past;
      if (left <= 0) return { over: true };
      return left <= WARNING_MS ? { secondsLeft: Math.ceil(left / 1000) } : {};
    },
  };
}

/** Screens on which somebody may stand and think; on the others the terminal is at work. */
export const WAITING = Object.freeze([
  "unread",
  "event",
  "who",
  "confirm",
  "trouble",
  "again",
  "done",
  "staff",
]);
