/**
 * Dates and times as each language writes them, always with 24 hours: 23.11.2026, in English 23
 * November 2026, which no reader takes for another day. The daemon sends ISO 8601 in Helsinki's
 * own offset, so the digits are taken as they stand: what zone the browser believes in makes no
 * difference.
 */
const ZONE = "Europe/Helsinki";
const DAY_MS = 86_400_000;

/** 23.11.2026, in English 23 November 2026, kept on one line */
export function day(iso, language) {
  const year = Number(iso.slice(0, 4));
  const beforeIt = dayOfMonth(iso, language);
  return language === "en" ? `${beforeIt}\u00a0${year}` : `${beforeIt}${year}`;
}

/** 23.11., in English 23 November: where the year is plain */
export function dayOfMonth(iso, language) {
  const [, m, d] = iso.slice(0, 10).split("-").map(Number);
  if (language !== "en") return `${d}.${m}.`;
  const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  return `${d}\u00a0${month.format(noonOf(iso))}`;
}

/** 18.42, in English 18:42 */
export function time(iso, language) {
  const hhmm = iso.slice(11, 16);
  return language === "en" ? hhmm : hhmm.replace(":", ".");
}

export function sameDay(a, b) {
  return a.slice(0, 10) === b.slice(0, 10);
}

/** "today", "tomorrow", else the date, with the weekday where it helps. */
export function dayName(iso, now, words) {
  if (sameDay(iso, now)) return words.say("today");
  const ahead = (Date.parse(iso.slice(0, 10)) - Date.parse(now.slice(0, 10))) / DAY_MS;
  if (ahead === 1) return words.say("tomorrow");
  return `${weekday(iso, words.language)} ${day(iso, words.language)}`;
}

/** ma, mån, Mon */
export function weekday(iso, language, length = "short") {
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" }).format(noonOf(iso));
}

const noonOf = (iso) => new Date(`${iso.slice(0, 10)}T12:00:00Z`);

/** "today at 18.40", else "2.11.2026 at 8.15". */
export function moment(iso, now, words) {
  const named = sameDay(iso, now) ? words.say("today") : day(iso, words.language);
  return words.say("onDay", { day: named, time: time(iso, words.language) });
}

/** The time alone on its own day, else the date alone: for places where a glance must do. */
export function shortMoment(iso, now, language) {
  return sameDay(iso, now) ? time(iso, language) : day(iso, language);
}

/** An instant as the daemon would write it, to the second. */
export function helsinki(epochMs) {
  const text = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: ZONE,
  }).format(epochMs);
  return text.replace(" ", "T");
}
