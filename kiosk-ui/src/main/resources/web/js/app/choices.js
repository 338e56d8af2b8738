/**
 * What is chosen for a visit, as values; each change makes a new one. The daemon judges it anew
 * each time.
 */
const COUNT_MAX = 99;

export function choicesOf(visit) {
  return {
    children: visit.cards.map((card) => ({ ref: card.ref, count: card.children })),
    clientsUnder16: visit.offer?.clientsUnder16 ?? 0,
    assistants: visit.offer?.assistants ?? 0,
    interpreters: visit.offer?.interpreters ?? 0,
    confirmed: visit.questions.filter((q) => q.confirmed).map((q) => q.code),
  };
}

export function withChildren(choices, ref, step, max) {
  const children = choices.children.map((c) =>
    c.ref === ref ? { ref, count: within(c.count + step, max) } : c,
  );
  return { ...choices, children };
}

/** @param field clientsUnder16, assistants or interpreters */
export function withCount(choices, field, step) {
  return { ...choices, [field]: within(choices[field] + step, COUNT_MAX) };
}

export function withConfirmed(choices, code, confirmed) {
  const others = choices.confirmed.filter((c) => c !== code);
  return { ...choices, confirmed: confirmed ? [...others, code] : others };
}

export function childrenOf(choices, ref) {
  return choices.children.find((c) => c.ref === ref)?.count ?? 0;
}

export function sameChoices(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What + and - change: the first card that may have children, else a community card's clients. */
export function stepTarget(visit) {
  if (visit.cards.some((card) => card.kind === "community")) return { field: "clientsUnder16" };
  const card = visit.cards.find((c) => c.childrenMax > 0);
  return card ? { ref: card.ref, max: card.childrenMax } : null;
}

function within(count, max) {
  return Math.min(Math.max(count, 0), max);
}
