/**
 * Which of the stage's scenes stands now, and a key that changes when it becomes another one: then
 * the focus moves to its heading. A visit hides a notice (which then is a banner): what the
 * customer waits for comes first.
 */
export function sceneOf(state) {
  const { link, station } = state;
  if (link !== "live") return { name: link, key: link };
  if (station.visit) return { name: "visit", key: `visit ${station.visit.scanId}` };
  if (station.notice) return { name: "notice", key: `notice ${station.notice.scanId}` };
  if (!station.status.clock.trusted) return { name: "clock", key: "clock" };
  const asked = station.questions[0]?.jobId ?? "";
  return { name: "rest", key: `rest ${station.lastIssue?.visitId ?? ""} ${asked}` };
}

/** A question that is answered by choosing one of three ways, never by confirming (R21). */
export function isAlreadyUsed(visit) {
  return visit.questions.some((q) => q.code === "ALREADY_USED");
}

/** Questions that the clerk confirms, in order of precedence. */
export function toConfirm(visit) {
  return visit.questions.filter((q) => q.code !== "ALREADY_USED");
}
