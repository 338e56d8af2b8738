import { html } from "../html.js";
import { useWords } from "./context.js";

/**
 * A number between two buttons. The buttons keep the focus at the ends, so that the keyboard is
 * never left nowhere.
 */
export function Stepper({ id, label, count, max = 99, onStep }) {
  const { say } = useWords();
  const step = (by) => () => (by < 0 ? count > 0 : count < max) && onStep(by);
  return html`
    <span class="stepper" role="group" aria-label=${label} data-stepper=${id}>
      <button
        type="button"
        data-step="less"
        aria-disabled=${count <= 0}
        aria-label=${say("visit.fewer", { what: label })}
        onClick=${step(-1)}
      >
        −
      </button>
      <b class="num" data-count>${count}</b>
      <button
        type="button"
        data-step="more"
        aria-disabled=${count >= max}
        aria-label=${say("visit.more", { what: label })}
        onClick=${step(1)}
      >
        +
      </button>
    </span>
  `;
}

/** One line of the composition: who, on what terms, how many. */
export function PersonRow({ title, note, children, className = "" }) {
  return html`
    <div class="person ${className}">
      <div>
        <b>${title}</b>
        ${
          note &&
          html`
            <small>${note}</small>
          `
        }
      </div>
      ${children}
    </div>
  `;
}
