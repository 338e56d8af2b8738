import { batch, computed, signal } from "@preact/signals";
import { receive } from "../app/desk.js";
import { AFTER_ISSUE, SERVING, follow } from "./machine.js";
import { endVisit } from "./kiosk-calls.js";
import { sense } from "./sense.js";

/** More than ever follow one another from one message. */
const STEPS_MAX = 6;
/** A scan of so long ago, while the line was cut, is of somebody who has gone. */
const CARRIED_OVER_MS = 60_000;
const AT_REST = ["starting", "closed", "attract"];

/**
 * The kiosk: the desk's own state of its station, and over it one customer at a time. What is not
 * of the station is forgotten when the customer leaves.
 */
export function createKiosk({ desk, wishes, language, idle, strikes, monotonic, entering }) {
  const kiosk = {
    desk,
    /** What is done when a screen comes up, by its name. */
    entering,
    wishes,
    idle,
    strikes,
    monotonic,
    screen: signal("starting"),
    /** The page's own memory of its customer; see sense.js. */
    own: { visitId: null, eventId: null, scanId: null, asked: new Set() },
    /** Events that the card gets tickets to. */
    events: signal([]),
    /** What was recorded: {tickets, event}. */
    issued: signal(null),
    /** The call for staff: {id, failed}, or null. */
    call: signal(null),
    /** The open panel over the screen: call, easier, languages; or null. */
    panel: signal(null),
    /** Seconds until the visit ends, while the customer is warned, or null. */
    warning: signal(null),
    /** Language of this visit, null for the house's own. */
    language,
    /** When the line was cut last, by the monotonic clock. */
    lostAt: null,
    /** Whether the daemon is being told that the visit is over. */
    ending: false,
  };
  kiosk.coming = computed(() => {
    const calls = desk.state.value.station?.calls ?? [];
    return calls.some(({ id, acknowledged }) => acknowledged && id === kiosk.call.value?.id);
  });
  return kiosk;
}

/** A message of the feed. */
export function hear(kiosk, message) {
  const { link } = kiosk.desk.state.value;
  if (message.type === "lost" && link === "live") kiosk.lostAt = kiosk.monotonic();
  batch(() => {
    receive(kiosk.desk, message);
    if (message.type === "station" && link !== "live") leaveCarriedOver(kiosk, message.station);
    settle(kiosk);
  });
}

/** After a reload, or a long cut: whoever's visit stands there may have gone. */
function leaveCarriedOver(kiosk, { visit, notice }) {
  const long = kiosk.lostAt === null || kiosk.monotonic() - kiosk.lostAt > CARRIED_OVER_MS;
  if (!long) return;
  kiosk.own.visitId = visit?.id ?? null;
  kiosk.own.scanId = notice?.scanId ?? null;
}

/** Follows what the station's state means until nothing follows any more. */
export function settle(kiosk) {
  for (let step = 0; step < STEPS_MAX; step++) {
    const lostFor = kiosk.monotonic() - kiosk.lostAt;
    const own = { name: kiosk.screen.value, ...kiosk.own, lostFor };
    const event = sense(own, kiosk.desk.state.value);
    if (!event || !act(kiosk, event)) break;
  }
  const { station } = kiosk.desk.state.value;
  if (kiosk.screen.value === "unread" && station?.notice) kiosk.own.scanId = station.notice.scanId;
  endOver(kiosk);
}

/** A visit that the page is done with must not stand on in the daemon. */
function endOver(kiosk) {
  const stands = kiosk.desk.visit.value?.id === kiosk.own.visitId && kiosk.own.visitId !== null;
  if (!stands || kiosk.ending || !AT_REST.includes(kiosk.screen.value)) return;
  kiosk.ending = true;
  void endVisit(kiosk).finally(() => (kiosk.ending = false));
}

/** Something happened. @returns whether it changed anything */
export function act(kiosk, event) {
  const before = kiosk.screen.value;
  const after = follow(before, event);
  if (after === before && event !== "card") return false;
  batch(() => {
    if (event === "card") begin(kiosk, before);
    kiosk.panel.value = null;
    kiosk.warning.value = null;
    kiosk.screen.value = after;
    kiosk.idle.touched();
    if (after === "closed") forgetVisit(kiosk);
    if (after === "attract") forget(kiosk);
    kiosk.entering[after]?.(kiosk, event);
  });
  endOver(kiosk);
  return true;
}

/** One who scans a second card while choosing keeps the large letters; another customer does not. */
function begin(kiosk, before) {
  if ([...AFTER_ISSUE, "done", "staff"].includes(before)) forget(kiosk);
  if (SERVING.includes(before)) kiosk.own.eventId = null;
  kiosk.own.visitId = kiosk.desk.visit.value.id;
}

/** Nothing of a customer is left for the next one. */
export function forget(kiosk) {
  forgetVisit(kiosk);
  kiosk.language.value = null;
  kiosk.wishes.reset();
  kiosk.idle.reset();
}

/** The visit is over; who stands there still reads the page in their own language. */
function forgetVisit(kiosk) {
  kiosk.own.eventId = null;
  kiosk.events.value = [];
  kiosk.issued.value = null;
  kiosk.call.value = null;
  kiosk.panel.value = null;
  kiosk.warning.value = null;
  kiosk.desk.told.value = [];
  kiosk.desk.wanted.value = null;
}
