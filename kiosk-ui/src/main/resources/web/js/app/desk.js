import { batch, computed, signal } from "@preact/signals";
import { sceneOf } from "./scene.js";
import { BEFORE, reduce, soundOf } from "./station-state.js";
import { NOTHING_YET } from "./today.js";

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
    /** Things to tell, oldest first: {id, tone, title, why, now, args}. */
    told: signal([]),
    /** The visit-level call under way: {name: issue, replace ..., visitId}, or null. */
    busy: signal(null),
    /** Whether the last issue is being undone. */
    undoing: signal(false),
    /** Choices pressed but not yet judged: {visitId, choices}, or null. */
    wanted: signal(null),
    /** Date and time half set by the clerk, or null. */
    clockDraft: signal(null),
    /** Ticks each second; read it to be drawn anew. */
    second: signal(0),
  };
  desk.scene = computed(() => sceneOf(desk.state.value));
  desk.visit = computed(() => desk.state.value.station?.visit ?? null);
  /** The call under way for the visit on screen, by name; an earlier visit's holds nothing up. */
  desk.doing = computed(() => ofVisit(desk.busy.value, desk.visit.value)?.name ?? null);
  /** The choices on their way for the visit on screen, or null. */
  desk.choosing = computed(() => ofVisit(desk.wanted.value, desk.visit.value)?.choices ?? null);
  return desk;
}

function ofVisit(something, visit) {
  return something !== null && something.visitId === visit?.id ? something : null;
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
  desk.told.value = [];
}

/** @param message {tone, words: key of title/why/now, or title, why, now keys; args} */
export function tell(desk, message) {
  const others = desk.told.value.filter((one) => one.words !== message.words);
  desk.told.value = [...others, { id: desk.newKey(), tone: "next", args: {}, ...message }];
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
