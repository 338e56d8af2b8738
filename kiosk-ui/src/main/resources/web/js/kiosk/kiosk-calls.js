/** What the kiosk asks of the daemon. Nothing in here changes the screen. */
const STATION = "/ui/station";
const TRIES = 3;
const PAUSE_MS = 1_000;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Tries again what is harmless to repeat. @returns null when it does not work */
async function patiently(call) {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await call();
    } catch (error) {
      if (isFinal(error)) return null;
      await pause();
    }
  }
  return null;
}

/** The daemon has said no; anything else may be a cut line or garbage. */
function isFinal({ problem }) {
  return problem !== undefined && !["unreachable", "busy", "internal-error"].includes(problem);
}

/** @returns none where none can be had, or nobody answers: staff help then */
export async function fetchEvents({ desk }) {
  const answer = await patiently(() => desk.calls.get(`${STATION}/events`));
  return Array.isArray(answer?.events) ? answer.events : [];
}

export async function chooseEvent({ desk }, eventId) {
  return (await patiently(() => desk.calls.post(`${STATION}/event`, { eventId }))) !== null;
}

/** Ends the visit that stands, whatever it looks like by now. */
export async function endVisit({ desk }) {
  const visit = desk.visit.value;
  if (!visit) return;
  const named = { visitId: visit.id, revision: visit.revision };
  await desk.calls.post(`${STATION}/visit/cancel`, named).catch(() => {
    // It looks different by now, or nobody answers: the next message of the feed asks for it anew.
  });
}

/**
 * Records the tickets. Asked until it is answered: a repeat of the same visit gets the first
 * result, so nothing is issued twice.
 *
 * @returns {outcome: given, changed, lapsed or staff; tickets}
 */
export async function issue({ desk }) {
  const { id, revision } = desk.visit.value;
  for (;;) {
    try {
      const answer = await desk.calls.post(`${STATION}/visit/issue`, { visitId: id, revision });
      if (Number.isInteger(answer?.tickets)) return { outcome: "given", tickets: answer.tickets };
    } catch (error) {
      if (error.problem === "visit-changed") {
        return { outcome: desk.visit.value?.id === id ? "changed" : "lapsed" };
      }
      if (isFinal(error)) return { outcome: "staff" };
    }
    await pause();
  }
}

/** Tells the clerks; why is known to the daemon alone (R29). */
export async function callStaff({ desk, call }) {
  call.value = { id: call.value?.id ?? null, failed: false };
  const answer = await patiently(() => desk.calls.post(`${STATION}/staff-calls`));
  // A customer who left meanwhile has nothing to see of it.
  if (call.value === null) return;
  call.value = { id: answer?.callId ?? null, failed: answer === null };
}

/** Our own tickets that surely failed, and no others. @returns whether any is printed again */
export async function printAgain({ desk, own }) {
  const { visitId } = own;
  const answer = await patiently(() => desk.calls.post(`${STATION}/visit/print-again`, { visitId }));
  return answer !== null && answer.tickets > 0;
}
