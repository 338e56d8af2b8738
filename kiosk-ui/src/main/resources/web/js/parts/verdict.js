import { html } from "../html.js";
import { Shape } from "./shapes.js";

/**
 * The largest thing on the page: shape, one to three words, and one line under them. A new one takes the old one's place in
 * one frame; nothing of it is ever animated.
 */
export function Verdict({ tone, code, title, facts }) {
  return html`<div class="verdict" data-verdict data-tone=${tone} data-code=${code}>
    <${Shape} tone=${tone} />
    <h1 tabindex="-1" data-scene-heading>${title}</h1>
    <p class="facts">${facts.filter(Boolean).map((fact) => html`<span>${fact}</span>`)}</p>
  </div>`;
}

/** What to do now, and how to say it. */
export function Advice({ now, say, words }) {
  return html`<dl class="advice">
    ${now && html`<div><dt>${words.say("visit.now")}</dt><dd>${now}</dd></div>`}
    ${say && html`<div class="spoken"><dt>${words.say("visit.say")}</dt><dd><q>${say}</q></dd></div>`}
  </dl>`;
}
