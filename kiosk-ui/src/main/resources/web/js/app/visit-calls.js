import { effect } from "@preact/signals";
import { choicesOf, sameChoices } from "./choices.js";
import { attempt, tellProblem } from "./desk.js";

/** How long the page waits for the feed to show what a call has answered. */
const SHOWN_WITHIN_MS = 2_000;
/** Tries of a choice that another change (a client's card) overtook. */
const CHOICE_TRIES = 3;

/**
 * Issue, replace, let in, cancel: one at a time. A press while choices are on their way waits for
 * them: a clerk's "+, Enter" means both. It is let go when the visit then is another, or is not
 * what was chosen.
 */
export async function onVisit(desk, name, path) {
  const visit = desk.visit.value;
  if (!visit || desk.doing.value) return null;
  const call = { name, visitId: visit.id };
  desk.busy.value = call;
  try {
    const chosen = desk.choosing.value;
    if (chosen) await when(() => !desk.choosing.value);
    const now = desk.visit.value;
    if (now?.id !== visit.id) return null;
    if (chosen && name !== "cancel" && !sameChoices(choicesOf(now), chosen)) return null;
    const named = { visitId: now.id, revision: now.revision };
    const answer = await attempt(desk, () => desk.calls.post(path, named));
    if (answer) await untilShown(desk, () => desk.visit.value?.id !== visit.id);
    return answer;
  } finally {
    if (desk.busy.value === call) desk.busy.value = null;
  }
}

/** Presses add up while a call is under way; what was pressed last is what is sent last. */
export async function choose(desk, change) {
  const visit = desk.visit.value;
  if (!visit || desk.doing.value) return;
  const from = desk.choosing.value ?? choicesOf(visit);
  const choices = change(from);
  if (sameChoices(choices, from)) return;
  const sending = desk.wanted.value !== null;
  desk.wanted.value = { visitId: visit.id, choices };
  if (!sending) await sendChoices(desk);
}

/**
 * Sends until what is wanted is what was sent; what was wanted of a visit that is over is let go.
 */
async function sendChoices(desk) {
  try {
    let sent = null;
    for (
      let tries = CHOICE_TRIES;
      tries > 0 && desk.choosing.value && desk.wanted.value !== sent;
    ) {
      const next = desk.wanted.value;
      if (await sendOnce(desk, next)) sent = next;
      else tries--;
    }
  } catch (error) {
    tellProblem(desk, error);
  } finally {
    desk.wanted.value = null;
  }
}

/** @returns false when the visit had changed meanwhile */
async function sendOnce(desk, { visitId, choices }) {
  const { revision } = desk.visit.value;
  const isShown = (least) => () =>
    desk.visit.value?.id !== visitId || desk.visit.value.revision >= least;
  try {
    const body = { visitId, revision, ...choices };
    const answer = await desk.calls.post("/ui/station/visit/choices", body);
    await untilShown(desk, isShown(answer?.visit?.revision ?? revision));
    return true;
  } catch (error) {
    if (error.problem !== "visit-changed") throw error;
    await untilShown(desk, isShown(revision + 1));
    return false;
  }
}

function untilShown(desk, isShown) {
  return when(() => desk.state.value && isShown(), SHOWN_WITHIN_MS);
}

/** Waits until signals say so, at most for a time where one is given. */
function when(holds, withinMs) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late);
      queueMicrotask(() => stop());
      resolve();
    };
    const late = withinMs && setTimeout(done, withinMs);
    const stop = effect(() => {
      if (holds()) done();
    });
  });
}
