import { withChanges, withList } from "./today.js";
import { attempt, tell } from "./desk.js";
import { onVisit } from "./visit-calls.js";

const STATION = "/ui/station";

/** The press of its own: what the button said is issued, once, however often it is pressed. */
export async function issue(desk) {
  if (!desk.visit.value?.offer?.canIssue) return;
  await onVisit(desk, "issue", `${STATION}/visit/issue`);
}

/** R21: the earlier one was a mistake. */
export const replace = (desk) => onVisit(desk, "replace", `${STATION}/visit/replace`);

/** R21: collects booked tickets, or comes back. */
export const letIn = (desk) => onVisit(desk, "let-in", `${STATION}/visit/let-in`);

export const cancel = (desk) => onVisit(desk, "cancel", `${STATION}/visit/cancel`);

export const dismissNotice = (desk) =>
  attempt(desk, () => desk.calls.post(`${STATION}/notice/dismiss`));

/** @returns true when it is chosen */
export async function chooseEvent(desk, eventId) {
  const answer = await attempt(desk, () => desk.calls.post(`${STATION}/event`, { eventId }));
  return answer !== null;
}

/** @returns true when the daemon has taken it; what it turned out to be comes by the feed */
export async function typeId(desk, text) {
  const answer = await attempt(desk, () => desk.calls.post(`${STATION}/typed`, { text }));
  return answer !== null;
}

/** "I am coming": only then does the kiosk say so. */
export const come = (desk, callId) =>
  attempt(desk, () => desk.calls.post(`${STATION}/staff-calls/${callId}/acknowledge`));

/** The whole of the last visit, within its time (R24). */
export async function undo(desk) {
  const last = desk.state.value.station?.lastIssue;
  if (!last || desk.undoing.value) return;
  desk.undoing.value = true;
  const voided = await attempt(desk, () =>
    desk.calls.post(`${STATION}/admissions/${last.admissionId}/undo`),
  );
  desk.undoing.value = false;
  if (voided) tellVoided(desk, voided, "told.undone");
}

/** @returns true when it is voided */
export async function voidUse(desk, admissionId) {
  const voided = await attempt(desk, () =>
    desk.calls.post(`${STATION}/admissions/${admissionId}/void`),
  );
  if (voided) tellVoided(desk, voided, "told.voided");
  return voided !== null;
}

/** Tickets to take back are told by the station's state: at each of its screens, till it is done. */
function tellVoided(desk, { takeBack, cancelled }, title) {
  if (takeBack > 0) return;
  tell(desk, {
    title,
    why: cancelled > 0 ? "told.cancelled" : "told.undoneWhy",
    args: { n: cancelled },
  });
}

/** The clerk has the printed tickets of a voided use, or knows of them (R24). */
export const takenBack = (desk, id) =>
  attempt(desk, () => desk.calls.post(`${STATION}/take-backs/${id}/done`));

/** One key for each press: the same press repeated after a lost answer prints once. */
export async function reprint(desk, admissionId, key) {
  const queued = await attempt(desk, () =>
    desk.calls.post(`${STATION}/admissions/${admissionId}/reprint`, {}, key),
  );
  if (queued) tell(desk, { title: "told.reprinted", args: { n: queued.tickets } });
  return queued !== null;
}

/** R18, later than the visit. */
export async function addHelpers(desk, admissionId, { assistants, interpreters }, key) {
  const path = `${STATION}/admissions/${admissionId}/assistants`;
  const issued = await attempt(desk, () =>
    desk.calls.post(path, { assistants, interpreters }, key),
  );
  if (issued) tell(desk, { title: "told.helpersGiven", args: { n: assistants + interpreters } });
  return issued !== null;
}

/** "Did it come out?" */
export const answerPrint = (desk, jobId, cameOut) =>
  attempt(desk, () => desk.calls.post(`${STATION}/print-jobs/${jobId}/answer`, { cameOut }));

/** @param localTime 2026-11-23T18:42 */
export async function confirmClock(desk, localTime) {
  const answer = await attempt(desk, () => desk.calls.post(`${STATION}/clock`, { localTime }));
  if (answer) tell(desk, { title: "told.clockSet" });
  return answer !== null;
}

/** Fetches the whole list; what the feed changes meanwhile is laid over it. */
export function createTodayKeeper(desk) {
  let meanwhile = null;
  return {
    changed(change) {
      meanwhile?.push(change);
      desk.today.value = withChanges(desk.today.value, change);
    },
    async fetch() {
      meanwhile = [];
      try {
        const list = await desk.calls.get(`${STATION}/today`);
        desk.today.value = withList(desk.today.value, list, meanwhile);
      } catch {
        // The feed goes on; the next opening of it fetches again.
      } finally {
        meanwhile = null;
      }
    },
  };
}
