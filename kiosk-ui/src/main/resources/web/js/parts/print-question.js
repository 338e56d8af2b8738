import { useState } from "preact/hooks";
import { html } from "../html.js";
import { answerPrint } from "../app/actions.js";
import { time } from "../app/dates.js";
import { useDesk, useWords } from "./context.js";
import { Shape } from "./shapes.js";

/**
 * "Did it come out?" Nobody but the clerk can know; a ticket is never printed twice by itself. One
 * that surely failed is offered to print again first.
 */
export function PrintQuestion({ question, heads = false }) {
  const desk = useDesk();
  const words = useWords();
  const [answered, setAnswered] = useState(null);
  const { jobId, ticketNumber, state, eventTitle, at } = question;
  const answer = (cameOut) => async () => {
    if (answered === jobId) return;
    setAnswered(jobId);
    if ((await answerPrint(desk, jobId, cameOut)) === null) setAnswered(null);
  };
  const why = words.say(`print.${state}.why`, {
    number: ticketNumber,
    event: words.pick(eventTitle),
    time: time(at, words.language),
  });
  const title = words.say(`print.${state}.title`);
  const button = (cameOut, label, className) => html`
    <button
      type="button"
      class=${className}
      data-came-out=${cameOut ? "yes" : "no"}
      aria-disabled=${answered === jobId}
      onClick=${answer(cameOut)}
    >
      ${words.say(label)}
    </button>
  `;
  const answers = state === "failed"
    ? [button(true, "print.afterAll", ""), button(false, "print.again", "primary")]
    : [button(false, "print.no", ""), button(true, "print.yes", "primary")];
  return html`
    <div class="print-question" data-print-question=${state}>
      <${Shape} tone="mind" />
      ${
        heads
          ? html`
              <h1 tabindex="-1" data-scene-heading>${title}</h1>
            `
          : html`
              <h2>${title}</h2>
            `
      }
      <p>${why} ${words.say(`print.${state}.note`)}</p>
      <div class="answers">${answers}</div>
    </div>
  `;
}
