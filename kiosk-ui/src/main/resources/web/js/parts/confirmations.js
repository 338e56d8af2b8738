import { html } from "../html.js";
import { withConfirmed } from "../app/choices.js";
import { toConfirm } from "../app/scene.js";
import { verdictArgs } from "../app/tell-words.js";
import { choose } from "../app/visit-calls.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";

/**
 * Questions that the clerk answers with yes before the tickets can be given; a yes can be taken
 * back.
 */
export function Confirmations({ visit }) {
  const desk = useDesk();
  const words = useWords();
  const { station } = desk.state.value;
  const args = verdictArgs(visit, station, desk.clock.iso(), words);
  const questions = toConfirm(visit);
  if (questions.length === 0) return null;
  return html`
    <ul class="confirmations">
      ${questions.map(
        ({ code, confirmed }) => html`
          <li data-question=${code} data-confirmed=${confirmed}>
            <span>
              <b>${words.say(code === visit.code ? "visit.now" : `verdict.${code}.title`, args)}</b>
              <small>${words.say(`verdict.${code}.now`, args)}</small>
            </span>
            <button
              type="button"
              aria-pressed=${confirmed}
              data-confirm=${code}
              onClick=${() => choose(desk, (c) => withConfirmed(c, code, !confirmed))}
            >
              ${
                confirmed
                  ? html`
                      <${Dot} tone="yes" />
                      ${words.say("confirm.undo")}
                    `
                  : words.say(`confirm.${code}`)
              }
            </button>
          </li>
        `,
      )}
    </ul>
  `;
}
