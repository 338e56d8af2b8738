import { html } from "../html.js";
import { isAlreadyUsed, toConfirm } from "../app/scene.js";
import { verdictArgs } from "../app/tell-words.js";
import { verdictFacts } from "../app/verdict-facts.js";
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

/** Where nothing can be pressed, the text itself takes the focus, and arrows scroll it. */
const READING = { tabindex: 0, "data-reading": true };

/** A customer: the verdict, what can be chosen, and the press that gives the tickets. */
export function VisitScene() {
  const desk = useDesk();
  const words = useWords();
  const { station } = desk.state.value;
  const { visit } = station;
  const now = desk.clock.iso();
  const args = verdictArgs(visit, station, now, words);
  const text = (part) => words.say(`verdict.${visit.code}.${part}`, args);
  const facts = verdictFacts(visit, station, text("why"), now, words);
  return html`
    <${Verdict} tone=${visit.tone} code=${visit.code} title=${text("title")} facts=${facts} />
    <div
      class="stage-body"
      data-revision=${visit.revision}
      ...${visit.offer === null ? READING : {}}
    >
      ${isAlreadyUsed(visit) && html`<${UsedWays} visit=${visit} />`}
      <${Notes} visit=${visit} args=${args} />
      <${Body} visit=${visit} text=${text} />
    </div>
    <${VisitActions} visit=${visit} />
  `;
}

/**
 * What to do first stands first; how to say it last, but where talking is all that is left to do.
 */
function Body({ visit, text }) {
  if (visit.code === "CHOOSE_EVENT")
    return html`
      <${EventList} heading="h2" />
    `;
  if (visit.code === "CLOCK_NOT_TRUSTED")
    return html`
      <${Advice} now=${text("now")} />
      <${ClockForm} />
    `;
  const composes = visit.offer !== null || visit.cards.length > 1;
  if (isAlreadyUsed(visit))
    return html`
      <${Confirmations} visit=${visit} />
      <${Advice} say=${text("say")} />
      <${NewTickets} visit=${visit} />
    `;
  if (visit.tone === "yes")
    return html`
      <${Confirmations} visit=${visit} />
      <${Composition} visit=${visit} />
    `;
  const talks = visit.tone === "no";
  const now = toConfirm(visit).length === 0 && text("now");
  return html`
    ${visit.cards
      .filter((card) => card.suggestions.length > 0)
      .map(
        (card) => html`
          <${Suggestions} ids=${card.suggestions} />
        `,
      )}
    ${
      toConfirm(visit).length > 0 &&
      html`
        <${Confirmations} visit=${visit} />
      `
    }
    ${
      (now || talks) &&
      html`
        <${Advice} now=${now} say=${talks && text("say")} />
      `
    }
    ${
      composes &&
      html`
        <${Composition} visit=${visit} />
      `
    }
    ${
      !talks &&
      html`
        <${Advice} say=${text("say")} />
      `
    }
  `;
}

/** What "void and issue anew" would give. */
function NewTickets({ visit }) {
  const { say } = useWords();
  return (
    visit.offer &&
    html`
      <h2 class="section">${say("visit.newTickets")}</h2>
      <${Composition} visit=${visit} />
    `
  );
}
