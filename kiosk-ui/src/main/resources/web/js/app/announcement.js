import { attentionOf } from "./attention.js";
import { noticeWords } from "./notice-words.js";
import { verdictArgs } from "./tell-words.js";

/**
 * What a screen reader hears besides the heading that takes the focus: refusals and lost
 * connections at once, all else in its turn.
 */
export function announcementOf({ state, scene, told, parked, clock }, words) {
  const { station } = state.value;
  const { name } = scene.value;
  if (name === "lost" || name === "shut") return { urgent: words.say(`link.${name}.why`) };
  if (!station || name === "starting") return {};
  const bars = attentionOf(station, { told: told.value, parked: parked.value }).map((one) =>
    Object.values(one.textsOf(words)).filter(Boolean).join(" "),
  );
  if (name === "visit") return ofVisit(station, bars, clock.iso(), words);
  const notice = name === "notice" ? noticeWords(station.notice, words) : null;
  return { urgent: notice?.why, polite: bars.join(" ") };
}

function ofVisit(station, bars, now, words) {
  const { visit } = station;
  const why = words.say(`verdict.${visit.code}.why`, verdictArgs(visit, station, now, words));
  const tickets = visit.offer?.canIssue ? words.say("issue.give", { n: visit.offer.tickets }) : "";
  const text = [why, tickets, ...bars].filter(Boolean).join(". ");
  return visit.tone === "no" || visit.tone === "mind" ? { urgent: text } : { polite: text };
}
