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

/** What the clerk does now, and kind words that hold no blame, to be said as they are. */
export function Advice({ now, say }) {
  const words = useWords();
  return html`
    <div class="advice">
      ${
        now &&
        html`
          <p data-advice="now">
            <b>${words.say("visit.now")}</b>
            ${" "} ${now}
          </p>
        `
      }
      ${
        say &&
        html`
          <p data-advice="say">
            <b>${words.say("visit.say")}</b>
            ${" "}
            <q>${say}</q>
          </p>
        `
      }
    </div>
  `;
}
