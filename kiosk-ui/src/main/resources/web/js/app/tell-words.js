import { day, dayName, moment, time } from "./dates.js";

/** Sentences made of several values; pure, given the words of a language. */

/** 2,50 €, in English €2.50 */
export function fee(cents, language) {
  return new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(
    cents / 100,
  );
}

/**
 * When an event is: a time for a performance, days for a course or a pass, hours for an open one.
 */
export function eventWhen(event, now, words) {
  const { say, language } = words;
  const [from, to] = [day(event.startsAt, language), day(event.endsAt, language)];
  switch (event.kind) {
    case "course":
      return say("event.courseFrom", {
        day: `${dayName(event.startsAt, now, words)} ${time(event.startsAt, language)}`,
      });
    case "pass":
      return say("event.passDays", { from, to });
    case "open":
      return from === to
        ? say("event.openToday", {
            from: time(event.startsAt, language),
            to: time(event.endsAt, language),
          })
        : say("event.openDays", { from, to });
    default:
      return `${dayName(event.startsAt, now, words)} ${time(event.startsAt, language)}`;
  }
}

/** Fee, places and organiser, each [kind, text]; first what the customer is told first. */
export function eventTerms(event, words) {
  const terms = [];
  if (event.serviceFeeCents > 0)
    terms.push(["fee", words.say("event.fee", { fee: fee(event.serviceFeeCents, words.language) })]);
  if (event.placesLeft !== null) terms.push(["places", placesLeft(event.placesLeft, words)]);
  if (event.agentSale) terms.push(["agent", words.say("event.agent")]);
  return terms;
}

export function placesLeft(left, words) {
  if (left === null) return "";
  return left > 0 ? words.say("event.left", { n: left }) : words.say("event.noneLeft");
}

/** 1 adult + 2 children + 1 assistant */
export function people(counts, words) {
  return ["adults", "children", "clients", "assistants", "interpreters", "helpers"]
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.say(kind, { n: counts[kind], clientsUnder: counts.clientsUnder }))
    .join(" + ");
}

/** What stands for the station of a sale that an agent's list told of (R23). */
const AGENT_REPORT = "agent-report";

/** Whether the tickets of this use are the agent's, and none were printed here. */
export function isAgents(use) {
  return (use.place ?? use.station) === AGENT_REPORT;
}

/** When, where and what was given before; of an agent's sale the day alone is known. */
export function priorUse(use, now, words) {
  const what = people({ adults: use.adults, children: use.children }, words);
  if (isAgents(use)) return words.say("used.byAgent", { day: dayName(use.at, now, words), what });
  return words.say("used.when", {
    day: dayName(use.at, now, words),
    time: time(use.at, words.language),
    place: use.place,
    what,
  });
}

/** Everything that a verdict's words may name. */
export function verdictArgs(visit, station, now, words) {
  const card = visit.cards.find((c) => c.code === visit.code) ?? visit.cards[0];
  const { event, policy, status } = station;
  const { language } = words;
  const { fetchedAt } = status.registry;
  return {
    until: card.validUntil ? day(card.validUntil, language) : "–",
    from: card.issuedOn ? day(card.issuedOn, language) : "–",
    registry: fetchedAt ? moment(fetchedAt, now, words) : "–",
    event: event ? words.pick(event.title) : "–",
    eventDay: event ? day(event.startsAt, language) : "–",
    left: visit.offer?.placesLeft ?? event?.placesLeft ?? 0,
    given: visit.uses.map((use) => priorUse(use, now, words)).join(", "),
    fee: event ? fee(event.serviceFeeCents, language) : "–",
    under: policy.childrenUnder,
    clientsUnder: policy.clientsUnder,
  };
}
