import { childrenOf, withChildren, withCount } from "../app/choices.js";

/** R18: at a kiosk. */
const HELPERS_MAX = 2;
/** R16 counts them by hand; a group that has come without a word asks staff (R14). */
const CLIENTS_MAX = 4;

/**
 * Who comes, as rows: {id, words, count, max, step}; a row without `step` is only told. Pure.
 *
 * @param left places left for this visit, or null
 */
export function partyOf(visit, choices, policy) {
  const community = visit.cards.find((card) => card.kind === "community");
  const good = visit.cards.filter((card) => card.tone === "yes");
  const rows = [];
  if (community) {
    rows.push(told("employee", 1), told("clientCards", good.length - 1));
    rows.push({
      ...counted("clients", choices.clientsUnder16, CLIENTS_MAX),
      args: { under: policy.clientsUnder },
      step: (by) => (c) => withCount(c, "clientsUnder16", by),
    });
  } else {
    rows.push(told("me", 1));
  }
  for (const card of good.filter(({ childrenMax }) => childrenMax > 0)) {
    rows.push(childrenRow(card, choices, policy));
  }
  rows.push({
    ...counted("helpers", choices.assistants, HELPERS_MAX),
    args: { n: HELPERS_MAX },
    step: (by) => (c) => withCount(c, "assistants", by),
  });
  return rows.map((row) => withinPlaces(row, visit, choices));
}

function childrenRow(card, choices, policy) {
  return {
    ...counted("children", childrenOf(choices, card.ref), card.childrenMax),
    id: `children-${card.ref}`,
    args: { under: policy.childrenUnder, n: card.childrenMax },
    step: (by) => (c) => withChildren(c, card.ref, by, card.childrenMax),
  };
}

const told = (words, count) => ({ id: words, words, count, max: count, args: {}, step: null });
const counted = (words, count, max) => ({ id: words, words, count, max });

/** R20: no more than there are places; helpers need none of these (R18). */
function withinPlaces(row, visit, choices) {
  const left = visit.offer?.placesLeft ?? null;
  if (left === null || row.step === null || row.words === "helpers") return row;
  const taken = peopleOf(visit, choices);
  return { ...row, max: Math.max(row.count, Math.min(row.max, row.count + left - taken)) };
}

/** Everybody who needs one of the card's places. */
function peopleOf(visit, choices) {
  const cards = visit.cards.filter((card) => card.tone === "yes").length;
  const children = choices.children.reduce((sum, { count }) => sum + count, 0);
  return cards + children + choices.clientsUnder16;
}

/** A card of the visit that staff have to look at; the others go on. */
export function hasAsideCard(visit) {
  return visit.cards.some((card) => card.tone !== "yes");
}
