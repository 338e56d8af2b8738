import { callStaff, chooseEvent, fetchEvents, issue, printAgain } from "./kiosk-calls.js";
import { act, settle } from "./kiosk.js";

/** What is done when a screen comes up: the only place where the flow reaches out. */
export const ENTERING = {
  looking: (kiosk) => void look(kiosk),
  giving: (kiosk) => void give(kiosk),
  printing: (kiosk, event) => void (event === "retry" && again(kiosk)),
  trouble: (kiosk) => void callStaff(kiosk),
  staff: (kiosk) => void callStaff(kiosk),
};

/** The only event there is needs no asking. */
async function look(kiosk) {
  const { visitId } = kiosk.own;
  const events = await fetchEvents(kiosk);
  if (kiosk.own.visitId !== visitId || kiosk.screen.value !== "looking") return;
  kiosk.events.value = events;
  if (events.length === 0) act(kiosk, "staff");
  else if (events.length === 1) await touchEvent(kiosk, events[0].id);
  else act(kiosk, "many");
}

/** What it gives is the daemon's word, and comes with the feed. */
export async function touchEvent(kiosk, eventId) {
  kiosk.own.eventId = eventId;
  if (await chooseEvent(kiosk, eventId)) settle(kiosk);
  else act(kiosk, "staff");
}

async function give(kiosk) {
  const { event, questions } = kiosk.desk.state.value.station;
  kiosk.own.asked = new Set(questions.map(({ jobId }) => jobId));
  const { outcome, tickets } = await issue(kiosk);
  if (outcome === "given") kiosk.issued.value = { tickets, event };
  act(kiosk, outcome);
  settle(kiosk);
}

async function again(kiosk) {
  if (!(await printAgain(kiosk))) act(kiosk, "unsure");
}
