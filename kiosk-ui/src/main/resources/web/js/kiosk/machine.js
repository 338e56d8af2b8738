/**
 * The kiosk's flow as a table: which screen follows which. Knows nothing of pages, calls or time.
 * A screen that an event is not written under stays as it is.
 *
 * Events of the terminal: open, closed (fit for customers or not), card (another visit began),
 * unread (a scan that is no card), many (there is an event to choose), ready (an event is chosen),
 * staff (the customer gets no further alone), gone (the visit is over), given, changed, lapsed
 * (tickets are recorded; or not, as there are fewer places now; or not, and the visit is over), printed, stuck, failed, unsure (what became of the paper).
 * Events of the customer: next, back, retry, ok, leave, and idle: nobody is there any more.
 */
const END = { ok: "attract", leave: "attract", idle: "attract" };
const ALONE = { closed: "closed", card: "looking", gone: "attract", staff: "staff" };

const TABLE = {
  starting: { open: "attract", closed: "closed" },
  closed: { open: "attract" },
  attract: { closed: "closed", card: "looking", unread: "unread" },
  unread: { ...END, closed: "closed", card: "looking" },
  looking: { ...ALONE, leave: "attract", many: "event", ready: "who" },
  event: { ...END, ...ALONE, back: "attract", ready: "who" },
  who: { ...END, ...ALONE, back: "event", next: "confirm" },
  confirm: { ...END, ...ALONE, back: "who", next: "giving" },
  giving: { given: "printing", changed: "who", lapsed: "unread", staff: "staff" },
  printing: {
    closed: "trouble",
    card: "looking",
    printed: "done",
    stuck: "trouble",
    failed: "again",
    unsure: "staff",
  },
  trouble: {
    ...END,
    open: "printing",
    card: "looking",
    printed: "done",
    failed: "again",
    unsure: "staff",
  },
  again: { ...END, closed: "trouble", card: "looking", retry: "printing", unsure: "staff" },
  done: { ...END, closed: "closed", card: "looking", unread: "unread" },
  staff: { ...END, card: "looking" },
};

export const STATES = Object.freeze(Object.keys(TABLE));

export const EVENTS = Object.freeze(
  [...new Set(STATES.flatMap((state) => Object.keys(TABLE[state])))].toSorted(),
);

/** @returns the screen that follows, the same one where the event changes nothing */
export function follow(state, event) {
  if (!EVENTS.includes(event)) throw new Error(`no such event: ${event}`);
  return TABLE[state][event] ?? state;
}

/** Screens in which somebody is being served and would see what the one before had chosen. */
export const SERVING = Object.freeze(["looking", "event", "who", "confirm"]);

/** Screens on which tickets are recorded and their paper is awaited. */
export const AFTER_ISSUE = Object.freeze(["printing", "trouble", "again"]);
