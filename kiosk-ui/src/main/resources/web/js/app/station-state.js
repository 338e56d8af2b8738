/**
 * What the screen knows of its station, as a pure function of the messages that came. `link` is
 * starting (nothing heard yet), live, lost, or shut (this browser may not ask any more; what still
 * comes through an open line is not shown, as nothing could be done with it).
 */
const HEARD_MAX = 50;

export const BEFORE = Object.freeze({
  link: "starting",
  lostAt: null,
  station: null,
  /** Scan ids whose sound is over and done with, newest last. */
  heard: [],
  /** The scan that came with the last message, or null. */
  arrived: null,
  /**
   * Scan of a visit that was open already when the feed (re)opened: old, whatever it looks like.
   */
  carriedOver: null,
});

export function reduce(state, message) {
  switch (message.type) {
    case "station":
      return state.link === "shut" ? state : withStation(state, message.station);
    case "lost":
      return state.link === "live"
        ? { ...state, link: "lost", lostAt: message.at, arrived: null }
        : state;
    case "shut":
      return { ...state, link: "shut", arrived: null };
    default:
      throw new Error(`no such message: ${message.type}`);
  }
}

function withStation(state, station) {
  const first = state.link !== "live";
  const scans = scansOf(station);
  const arrived = first ? null : (scans.find((scan) => !state.heard.includes(scan.id)) ?? null);
  const heard = [
    ...state.heard,
    ...scans.map((scan) => scan.id).filter((id) => !state.heard.includes(id)),
  ];
  return {
    link: "live",
    lostAt: null,
    station,
    heard: heard.slice(-HEARD_MAX),
    arrived,
    carriedOver: carriedOver(state, station, first),
  };
}

function scansOf(station) {
  const scans = [];
  if (station.notice) scans.push({ id: station.notice.scanId, kind: "notice" });
  if (station.visit) scans.push({ id: station.visit.scanId, kind: "visit" });
  return scans;
}

function carriedOver(state, station, first) {
  const scan = station.visit?.scanId ?? null;
  if (first) return scan;
  return scan === state.carriedOver ? scan : null;
}

/** R29: "read" or "look"; what a card is worth is never heard. */
export function soundOf(before, after) {
  if (after.arrived) return after.arrived.kind === "visit" ? "read" : "look";
  if (before.link !== "live" || after.link !== "live") return null;
  const asked = after.station.questions.length > before.station.questions.length;
  const broke = !troubled(before.station.status) && troubled(after.station.status);
  return asked || broke ? "look" : null;
}

function troubled(status) {
  return (
    status.printer.state === "troubled" ||
    status.scanner.state === "troubled" ||
    ["full", "failed"].includes(status.journal.state)
  );
}
