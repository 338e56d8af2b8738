import { batch, computed, effect, signal } from "@preact/signals";
import { choicesOf, sameChoices } from "./choices.js";
import { sceneOf } from "./scene.js";
import { BEFORE, reduce, soundOf } from "./station-state.js";
import { NOTHING_YET } from "./today.js";

/** How long the page waits for the feed to show what a call has answered. */
const SHOWN_WITHIN_MS = 2_000;
/** Tries of a choice that another change (a client's card) overtook. */
const CHOICE_TRIES = 3;

/**
 * The desk's live state and what the clerk can do with it. What is shown of the station comes from
 * the feed alone; an answer to a call never paints anything green.
 */
export function createDesk({ calls, clock, earcons, words, settings, newKey }) {
  const desk = {
    calls,
    clock,
    earcons,
    words,
    settings,
    newKey,
    terminal: signal(null),
    state: signal(BEFORE),
    today: signal(NOTHING_YET),
    /** The open dialog: {name, ...}, or null. */
    dialog: signal(null),
    /** A dialog that a scan closed while something half-done was in it. */
    parked: signal(null),
    /** Things to tell, oldest first: {id, tone, title, why, now, args, sticky}. */
    told: signal([]),
    /** The visit-level call under way: issue, replace, let-in ..., or null. */
    busy: signal(null),
    /** Choices pressed but not yet judged: {visitId, choices}, or null. */
    wanted: signal(null),
    /** Date and time half set by the clerk, or null. */
    clockDraft: signal(null),
    /** Ticks each second; read it to be drawn anew. */
    second: signal(0),
  };
  desk.scene = computed(() => sceneOf(desk.state.value));
  desk.visit = computed(() => desk.state.value.station?.visit ?? null);
  return desk;
}

/** A message of the feed. */
export function receive(desk, message) {
  const before = desk.state.value;
  const after = reduce(before, message);
  batch(() => {
    desk.state.value = after;
    if (message.type === "station") desk.clock.set(message.station.now);
    if (after.arrived) clearTheWay(desk);
  });
  const sound = soundOf(before, after);
  if (sound) desk.earcons.play(sound);
}

/**
 * A scan acts from everywhere: dialogs close, half-done ones are kept aside, passing messages go.
 */
function clearTheWay(desk) {
  const open = desk.dialog.value;
  if (open?.halfDone) desk.parked.value = open;
  desk.dialog.value = null;
  desk.told.value = desk.told.value.filter((one) => one.sticky);
}

/** @param message {tone, words: key of title/why/now, or title, why, now keys; args, sticky} */
export function tell(desk, message) {
  const others = desk.told.value.filter((one) => one.words !== message.words || one.sticky);
  desk.told.value = [
    ...others,
    { id: desk.newKey(), tone: "next", args: {}, sticky: false, ...message },
  ];
}

export function untell(desk, id) {
  desk.told.value = desk.told.value.filter((one) => one.id !== id);
}

export function tellProblem(desk, error) {
  if (error.problem === undefined) throw error;
  if (error.problem === "shut") receive(desk, { type: "shut" });
  else
    tell(desk, {
      tone: "no",
      words: `problem.${nameOf(error.problem, desk.words.value)}`,
    });
}

/** A problem of a newer daemon has no words of its own yet. */
function nameOf(problem, { has }) {
  return has(`problem.${problem}`) ? problem : "bad-request";
}

/** Runs a call; what fails is told, and the answer is then null. */
export async function attempt(desk, call) {
  try {
    return await call();
  } catch (error) {
    tellProblem(desk, error);
    return null;
  }
}

/** Issue, replace, let in, cancel: one at a time, and never while choices are on their way. */
export async function onVisit(desk, name, path) {
  const visit = desk.visit.value;
  if (!visit || desk.busy.value || desk.wanted.value) return null;
  desk.busy.value = name;
  try {
    const answer = await attempt(desk, () =>
      desk.calls.post(path, { visitId: visit.id, revision: visit.revision }),
    );
    if (answer) await untilShown(desk, () => desk.visit.value?.id !== visit.id);
    return answer;
  } finally {
    desk.busy.value = null;
  }
}

/** Presses add up while a call is under way; what was pressed last is what is sent last. */
export async function choose(desk, change) {
  const visit = desk.visit.value;
  if (!visit || desk.busy.value) return;
  const now = desk.wanted.value;
  const from = now?.visitId === visit.id ? now.choices : choicesOf(visit);
  const choices = change(from);
  if (sameChoices(choices, from)) return;
  desk.wanted.value = { visitId: visit.id, choices };
  if (!now) await sendChoices(desk, visit);
}

async function sendChoices(desk, visit) {
  try {
    let sent = null;
    for (
      let tries = CHOICE_TRIES;
      desk.visit.value?.id === visit.id && desk.wanted.value.choices !== sent;
    ) {
      sent = desk.wanted.value.choices;
      if (!(await sendOnce(desk, visit.id, sent))) {
        if (--tries === 0) break;
        sent = null;
      }
    }
  } catch (error) {
    tellProblem(desk, error);
  } finally {
    desk.wanted.value = null;
  }
}

/** @returns false when the visit had changed meanwhile */
async function sendOnce(desk, visitId, choices) {
  const { revision } = desk.visit.value;
  try {
    const answer = await desk.calls.post("/ui/station/visit/choices", {
      visitId,
      revision,
      ...choices,
    });
    const shown = answer?.visit?.revision ?? revision;
    await untilShown(
      desk,
      () => desk.visit.value?.id !== visitId || desk.visit.value.revision >= shown,
    );
    return true;
  } catch (error) {
    if (error.problem !== "visit-changed") throw error;
    await untilShown(
      desk,
      () => desk.visit.value?.id !== visitId || desk.visit.value.revision > revision,
    );
    return false;
  }
}

function untilShown(desk, isShown) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late);
      queueMicrotask(() => stop());
      resolve();
    };
    const late = setTimeout(done, SHOWN_WITHIN_MS);
    const stop = effect(() => {
      if (desk.state.value && isShown()) done();
    });
  });
}
