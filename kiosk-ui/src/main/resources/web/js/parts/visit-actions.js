import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { cancel, issue } from "../app/actions.js";
import { open, openEvents } from "../app/commands.js";
import { isAlreadyUsed, toConfirm } from "../app/scene.js";
import { people } from "../app/tell-words.js";
import { useDesk, useWords } from "./context.js";
import { KeyHint } from "./key-hint.js";

const SLOW_MS = 400;
const OTHER_EVENT = ["EVENT_OVER", "SOLD_OUT", "COMMUNITY_CARD_ON_COURSE"];

/** The stage's last line: leave on the left, give on the right. */
export function VisitActions({ visit }) {
  const desk = useDesk();
  const { say } = useWords();
  const refused = visit.offer === null;
  const unknownTyped = visit.code === "UNKNOWN_CARD" && visit.cards.some((card) => card.typed);
  const done = refused && visit.code !== "CLOCK_NOT_TRUSTED";
  return html`
    <footer class="act">
      ${
        !done &&
        html`
          <button type="button" data-cancel onClick=${() => cancel(desk)}>
            ${say("visit.cancel")}
            <${KeyHint} name="esc" />
          </button>
        `
      }
      ${
        OTHER_EVENT.includes(visit.code) &&
        html`
          <button type="button" onClick=${() => openEvents(desk)}>
            ${say("visit.changeEvent")}
            <${KeyHint} name="F3" />
          </button>
        `
      }
      ${
        unknownTyped &&
        html`
          <button type="button" onClick=${() => open(desk, { name: "typing", text: "" })}>
            ${say("visit.typeAgain")}
            <${KeyHint} name="F2" />
          </button>
        `
      }
      ${
        !refused &&
        !isAlreadyUsed(visit) &&
        visit.code !== "CHOOSE_EVENT" &&
        html`
          <${Give} visit=${visit} />
        `
      }
      ${
        done &&
        html`
          <button
            type="button"
            class="primary"
            data-primary
            data-cancel
            onClick=${() => cancel(desk)}
          >
            ${say("visit.done")}
            <${KeyHint} name="enter" />
          </button>
        `
      }
    </footer>
  `;
}

/**
 * The press of its own. It says how many, and a second press does nothing; pressed while a choice
 * is on its way it waits for that.
 */
function Give({ visit }) {
  const desk = useDesk();
  const words = useWords();
  const { offer } = visit;
  const busy = desk.doing.value === "issue";
  const slow = useSlow(busy);
  const waiting = desk.doing.value !== null;
  const label =
    offer.tickets > 0 ? words.say("issue.give", { n: offer.tickets }) : words.say("issue.nothing");
  const { policy } = desk.state.value.station;
  const unconfirmed = toConfirm(visit).some((q) => !q.confirmed);
  return html`
    <span class="sum">
      ${unconfirmed ? words.say("issue.confirmFirst") : people(sumOf(visit, policy), words)}
    </span>
    <button
      type="button"
      id="issue"
      class="primary give"
      data-primary
      data-issue
      aria-disabled=${!offer.canIssue || waiting}
      aria-busy=${busy}
      onClick=${() => issue(desk)}
    >
      ${slow ? words.say("issue.giving") : label}
      <${KeyHint} name="enter" />
    </button>
  `;
}

function sumOf({ offer }, policy) {
  return {
    adults: offer.adults,
    children: offer.children,
    clients: offer.clientsUnder16,
    assistants: offer.assistants,
    interpreters: offer.interpreters,
    clientsUnder: policy.clientsUnder,
  };
}

function useSlow(busy) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const late = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(late);
  }, [busy]);
  return slow;
}
