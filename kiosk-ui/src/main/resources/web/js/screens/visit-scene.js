import { html } from "../html.js";
import { isAlreadyUsed, toConfirm } from "../app/scene.js";
import { day, dayAndTime } from "../app/dates.js";
import { verdictArgs } from "../app/tell-words.js";
import { useDesk, useWords } from "../parts/context.js";
import { ClockForm } from "../parts/clock-form.js";
import { Composition } from "../parts/composition.js";
import { Confirmations } from "../parts/confirmations.js";
import { EventList } from "../parts/event-list.js";
import { Notes } from "../parts/notes.js";
import { Suggestions } from "../parts/suggestions.js";
import { UsedWays } from "../parts/used-ways.js";
import { Advice, Verdict } from "../parts/verdict.js";
import { VisitActions } from "../parts/visit-actions.js";

/** A customer: the verdict, what can be chosen, and the press that gives the tickets. */
export function VisitScene() {
  const desk = useDesk();
  const words = useWords();
  const { station } = desk.state.value;
  const { visit } = station;
  const args = verdictArgs(visit, station, desk.clock.iso(), words);
  const key = `verdict.${visit.code}`;
  return html`
    <${Verdict} tone=${visit.tone} code=${visit.code} title=${words.say(`${key}.title`, args)} facts=${factsOf(visit, station, words.say(`${key}.why`, args), words)} />
    <div class="stage-body" data-revision=${visit.revision}>
      <${Notes} visit=${visit} args=${args} />
      <${Body} visit=${visit} advice=${{ now: words.say(`${key}.now`, args), say: words.say(`${key}.say`, args) }} />
    </div>
    <${VisitActions} visit=${visit} />`;
}

/** One line: why, until when, which card, and, where the registry decided, how old it is. */
function factsOf(visit, { status }, why, words) {
  const [card] = visit.cards;
  const { fetchedAt } = status.registry;
  const registryDecided = visit.tone === "no" && visit.code !== "UNKNOWN_CARD" && visit.code !== "CLOCK_NOT_TRUSTED";
  return [
    why,
    visit.tone !== "no" && visit.code !== "READY" && card.validUntil && !["CARD_ENDS_BEFORE_EVENT"].includes(visit.code) && words.say("until", { until: day(card.validUntil) }),
    visit.cards.length === 1 && words.say("tail", { tail: card.tail }),
    registryDecided && (fetchedAt ? words.say("registryAt", { registry: dayAndTime(fetchedAt, words) }) : words.say("noRegistry")),
  ];
}

function Body({ visit, advice }) {
  const words = useWords();
  if (visit.code === "CHOOSE_EVENT") return html`<${EventList} />`;
  if (visit.code === "CLOCK_NOT_TRUSTED") return html`<${ClockForm} />`;
  const typedUnknown = visit.cards.filter((card) => card.suggestions.length > 0);
  const used = isAlreadyUsed(visit);
  const composes = visit.offer !== null || visit.cards.length > 1;
  return html`
    ${typedUnknown.map((card) => html`<${Suggestions} ids=${card.suggestions} />`)}
    ${visit.tone !== "yes" && html`<${Advice} now=${advice.now} say=${advice.say} words=${words} />`}
    ${used ? html`<${UsedWays} visit=${visit} />` : toConfirm(visit).length > 0 && html`<${Confirmations} visit=${visit} />`}
    ${composes && used && html`<h3 class="section">${words.say("visit.newTickets")}</h3>`}
    ${composes && html`<${Composition} visit=${visit} />`}`;
}
