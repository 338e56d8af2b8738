import { html } from "../html.js";
import { lightsOf } from "../app/status.js";
import { open } from "../app/commands.js";
import { day, sameDay, time } from "../app/dates.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";
import { KeyHint } from "./key-hint.js";

/** Each light is a word and a shape; a touch tells what to do. */
export function StatusStrip() {
  const desk = useDesk();
  const words = useWords();
  const { status } = desk.state.value.station;
  return html`<footer class="strip">
    <ul aria-label=${words.say("aria.status")}>
      ${lightsOf(status).map((light) => html`<li><${Light} light=${light} status=${status} /></li>`)}
    </ul>
    <button type="button" data-open-settings onClick=${() => open(desk, { name: "settings" })}>${words.say("settings.open")}</button>
    <button type="button" data-open-help onClick=${() => open(desk, { name: "help" })}>${words.say("help.open")} <${KeyHint} name="F1" /></button>
  </footer>`;
}

function Light({ light, status }) {
  const desk = useDesk();
  const words = useWords();
  return html`<button type="button" data-light=${light.name} data-tone=${light.tone} onClick=${() => open(desk, { name: "status", light: light.name })}>
    <${Dot} tone=${light.tone} /><span>${shortly(light, status, words, desk.clock.iso())}</span>
  </button>`;
}

/** Quiet when all is well, the trouble's own words when not. */
function shortly({ name, tone, words: key }, { registry, uses }, words, now) {
  if (tone === "no" || tone === "mind") return words.say(`${key}.title`);
  const label = words.say(`status.${name}.label`);
  if (name === "registry" && registry.fetchedAt) {
    return `${label} ${sameDay(registry.fetchedAt, now) ? time(registry.fetchedAt, words.language) : day(registry.fetchedAt)}`;
  }
  if (name === "uses" && uses.unsent > 0) return words.say("status.uses.short", { n: uses.unsent });
  return label;
}
