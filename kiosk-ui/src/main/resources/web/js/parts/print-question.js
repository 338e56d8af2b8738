import { useState } from "preact/hooks";
import { html } from "../html.js";
import { answerPrint } from "../app/actions.js";
import { time } from "../app/dates.js";
import { useDesk, useWords } from "./context.js";
import { Shape } from "./shapes.js";

/** "Did it come out?" Nobody but the clerk can know; a ticket is never printed twice by itself. */
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
      <div class="answers">
        <button
          type="button"
          data-came-out="no"
          aria-disabled=${answered === jobId}
          onClick=${answer(false)}
        >
          ${words.say(state === "failed" ? "print.again" : "print.no")}
        </button>
        <button
          type="button"
          class="primary"
          data-came-out="yes"
          aria-disabled=${answered === jobId}
          onClick=${answer(true)}
        >
          ${words.say("print.yes")}
        </button>
      </div>
    </div>
  `;
}
