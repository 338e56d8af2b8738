import { html } from "../html.js";
import { lightsOf } from "../app/status.js";
import { open } from "../app/commands.js";
import { shortMoment } from "../app/dates.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";
import { KeyHint } from "./key-hint.js";

/** As many as fit on 800 pixels beside the buttons, in every language. */
const TROUBLES_IN_SHORT = 2;

/** Each light is a word and a shape; a touch tells what to do. */
export function StatusStrip() {
  const desk = useDesk();
  const words = useWords();
  const { status, station } = desk.state.value.station;
  const lights = lightsOf(status).filter((light) => light.tone !== "ok" || !light.onlyInTrouble);
  const troubles = troublesOf(lights);
  const short = inShort(lights, troubles, status);
  const hidden = Math.max(0, troubles.length - TROUBLES_IN_SHORT);
  const summary =
    hidden > 0 ? "told.more" : troubles.length > 0 ? "status.restWell" : "status.allWell";
  return html`
    <footer class="strip">
      <ul aria-label=${words.say("aria.status")}>
        ${lights.map(
          (light) => html`
            <li class=${short.includes(light) ? "" : "in-full"}>
              <${Light} light=${light} status=${status} />
            </li>
          `,
        )}
        <li class="in-short">
          <button
            type="button"
            data-light="all"
            data-tone=${hidden > 0 ? "mind" : "ok"}
            onClick=${() => open(desk, { name: "status" })}
          >
            <${Dot} tone=${hidden > 0 ? "mind" : "ok"} />
            ${words.say(summary, { n: hidden })}
          </button>
        </li>
      </ul>
      <span class="where">
        <span>${words.pick(desk.terminal.value?.venue.name)} · ${station}</span>
      </span>
      <button
        type="button"
        class="strip-today"
        data-strip-today
        onClick=${() => open(desk, { name: "today" })}
      >
        ${words.say("list.title")}
        <${KeyHint} name="F4" />
      </button>
      <button type="button" data-open-settings onClick=${() => open(desk, { name: "settings" })}>
        ${words.say("settings.open")}
      </button>
      <button type="button" data-open-help onClick=${() => open(desk, { name: "help" })}>
        ${words.say("help.open")}
        <${KeyHint} name="F1" />
      </button>
    </footer>
  `;
}

function troublesOf(lights) {
  const by = (tone) => lights.filter((light) => light.tone === tone);
  return [...by("no"), ...by("mind")];
}

/**
 * On a narrow screen the worst troubles have a light of their own, the rest are counted; without
 * troubles, the registry's age and what waits to be sent. Elsewhere all have one, always: a trouble
 * must not hide how old the registry is.
 */
function inShort(lights, troubles, { uses }) {
  if (troubles.length > 0) return troubles.slice(0, TROUBLES_IN_SHORT);
  return lights.filter(
    ({ name }) => name === "registry" || (name === "uses" && uses.unsent > 0),
  );
}

function Light({ light, status }) {
  const desk = useDesk();
  const words = useWords();
  return html`
    <button
      type="button"
      data-light=${light.name}
      data-tone=${light.tone}
      onClick=${() => open(desk, { name: "status", light: light.name })}
    >
      <${Dot} tone=${light.tone} />
      <span>${shortly(light, status, words, desk.clock.iso())}</span>
    </button>
  `;
}

/** Quiet when all is well, the trouble's own words when not. */
function shortly({ name, tone, words: key }, { registry, uses }, words, now) {
  if (tone === "no" || tone === "mind") return words.say(`${key}.title`);
  const label = words.say(`status.${name}.label`);
  if (name === "registry" && registry.fetchedAt) {
    return `${label} ${shortMoment(registry.fetchedAt, now, words.language)}`;
  }
  if (name === "uses" && uses.unsent > 0) return words.say("status.uses.short", { n: uses.unsent });
  return label;
}
