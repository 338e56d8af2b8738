import { html } from "../html.js";
import { useWords } from "./context.js";
import { Shape } from "./shapes.js";

/**
 * The largest thing on the page: shape, one to three words, and one line under them. A new one
 * takes the old one's place in one frame; nothing of it is ever animated.
 */
export function Verdict({ tone, code, title, facts }) {
  return html`
    <div class="verdict" data-verdict data-tone=${tone} data-code=${code}>
      <${Shape} tone=${tone} />
      <h1 tabindex="-1" data-scene-heading>${title}</h1>
      <p class="facts">
        ${facts.filter(Boolean).map(
          (fact) => html`
            <span>${fact}</span>
          `,
        )}
      </p>
    </div>
  `;
}

/** What the clerk does now. */
export function Now({ text }) {
  const { say } = useWords();
  return html`
    <p class="now">
      <b>${say("visit.now")}</b>
      ${" "} ${text}
    </p>
  `;
}

/** Kind words that hold no blame, to be said as they are. */
export function SayIt({ text }) {
  const { say } = useWords();
  return html`
    <p class="say-it">
      <b>${say("visit.say")}</b>
      ${" "}
      <q>${text}</q>
    </p>
  `;
}
