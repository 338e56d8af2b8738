import { AFTER_ISSUE, SERVING } from "./machine.js";

/** A line that is back so soon was hardly gone: nobody is sent away for that. */
export const BLINK_MS = 4_000;

/**
 * What a state of the station means for the flow; pure. One event at a time, the most pressing
 * first: the caller follows it and asks again.
 *
 * @param own what the page knows of its customer: {name: screen, visitId, eventId: the one
 *     that was touched, scanId: of the last notice, asked: print questions of earlier customers,
 *     lostFor: ms since the line was cut}
 * @returns an event of machine.js, or null
 */
export function sense(own, { link, station }) {
  if (link === "starting") return null;
  if (link === "lost" && own.lostFor < BLINK_MS) return null;
  if (link !== "live") return "closed";
  return (
    openness(own, station) ?? customer(own, station) ?? verdict(own, station) ?? paper(own, station)
  );
}

function openness({ name }, station) {
  const fit = isFit(station.status);
  if (["starting", "closed"].includes(name)) return fit ? "open" : "closed";
  return !fit && [...SERVING, "attract", "unread", "done"].includes(name) ? "closed" : null;
}

/** A kiosk that could not go through with it does not begin. */
export function isFit({ scanner, printer, clock, journal }) {
  return (
    scanner.state === "working" &&
    printer.state === "working" &&
    clock.trusted &&
    !["full", "failed"].includes(journal.state)
  );
}

function customer({ name, visitId, scanId }, { visit, notice }) {
  if (["giving", "closed", "starting"].includes(name)) return null;
  if (visit && visit.id !== visitId) return "card";
  if (!visit && SERVING.includes(name)) return "gone";
  const isNew = notice && !visit && notice.scanId !== scanId;
  return isNew && ["attract", "done"].includes(name) ? "unread" : null;
}

function verdict({ name, eventId }, { visit, event }) {
  if (!visit || !SERVING.includes(name)) return null;
  if (visit.code === "ASK_STAFF") return "staff";
  const chosen = event !== null && event.id === eventId;
  return chosen && ["looking", "event"].includes(name) ? "ready" : null;
}

/** Of the tickets just issued; what is asked of earlier ones is for the clerks. */
function paper({ name, visitId, asked }, { visit, questions, status }) {
  if (!AFTER_ISSUE.includes(name) || visit?.id === visitId) return null;
  const ours = questions.filter(({ jobId }) => !asked.has(jobId));
  if (ours.some(({ state }) => state === "unknown")) return "unsure";
  if (ours.length > 0) return name === "again" ? null : "failed";
  if (status.waitingTickets === 0) return name === "again" ? null : "printed";
  const isStuck = status.printer.state !== "working";
  if (name === "trouble") return isStuck ? null : "open";
  return isStuck ? "stuck" : null;
}
