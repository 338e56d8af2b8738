import { shortMoment } from "./dates.js";

/** Where the registry had no say, its age says nothing. */
const NOT_BY_REGISTRY = [
  "UNKNOWN_CARD",
  "CLOCK_NOT_TRUSTED",
  "EVENT_OVER",
  "COMMUNITY_CARD_ON_COURSE",
  "FEE_AT_KIOSK",
  "SOLD_OUT",
];

/**
 * The one line under a verdict: why, which card, and, where the registry decided, how old it is.
 */
export function verdictFacts(visit, { status }, why, now, words) {
  const community = visit.cards.some((card) => card.kind === "community");
  return [
    why.charAt(0).toUpperCase() + why.slice(1),
    community
      ? visit.tone === "yes" && words.say("community")
      : words.say("tail", { tail: visit.cards[0].tail }),
    visit.tone === "no" &&
      !NOT_BY_REGISTRY.includes(visit.code) &&
      registryAge(status.registry.fetchedAt, now, words),
  ];
}

function registryAge(fetchedAt, now, words) {
  return fetchedAt
    ? words.say("registryAt", { registry: shortMoment(fetchedAt, now, words.language) })
    : words.say("noRegistry");
}
