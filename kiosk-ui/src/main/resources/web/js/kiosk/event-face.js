import { day, dayName, dayOfMonth, sameDay, time, weekday } from "../app/dates.js";

/**
 * How an event looks on its button: {when: the large word, title, note}. Pure.
 */
export function eventFace(event, now, words) {
  const { say, language } = words;
  const title = words.pick(event.title);
  const starts = time(event.startsAt, language);
  switch (event.kind) {
    case "open":
      return { when: say("event.open"), title, note: openNote(event, words) };
    case "pass":
      return { when: say("event.pass"), title, note: until(event, words) };
    case "course":
      return {
        when: say("event.course"),
        title,
        note: say("event.begins", { day: dayName(event.startsAt, now, words), time: starts }),
      };
    default:
      return sameDay(event.startsAt, now)
        ? { when: starts, title, note: say("today") }
        : { when: shortDay(event.startsAt, language), title, note: say("event.at", { time: starts }) };
  }
}

/** One sentence for the last screens: when it begins, or until when it is open. */
export function eventWhen(event, now, words) {
  const { note, when } = eventFace(event, now, words);
  return event.kind === "performance" ? `${dayName(event.startsAt, now, words)} ${words.say("event.at", { time: time(event.startsAt, words.language) })}` : `${when}, ${note}`;
}

function openNote(event, words) {
  return sameDay(event.startsAt, event.endsAt)
    ? words.say("event.till", { time: time(event.endsAt, words.language) })
    : until(event, words);
}

const until = (event, words) => words.say("event.untilDay", { day: day(event.endsAt, words.language) });

/** la 5.12., lör 5.12., Sat 5 December */
const shortDay = (iso, language) => `${weekday(iso, language)} ${dayOfMonth(iso, language)}`;
