import { html } from "../html.js";
import { lightsOf } from "../app/status.js";
import { open } from "../app/commands.js";
import { shortMoment } from "../app/dates.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";
import { KeyHint } from "./key-hint.js";

/** Each light is a word and a shape; a touch tells what to do. */
export function StatusStrip() {
  const desk = useDesk();
  const words = useWords();
  const { status, station } = desk.state.value.station;
  const lights = lightsOf(status);
  const allWell = lights.every((light) => light.tone === "ok" || light.tone === "none");
  return html`
    <footer class="strip">
      <ul aria-label=${words.say("aria.status")}>
        <li class="in-short">
          <button
            type="button"
            data-light="all"
            data-tone="ok"
            onClick=${() => open(desk, { name: "status" })}
          >
            <${Dot} tone="ok" />
            ${words.say(allWell ? "status.allWell" : "status.restWell")}
          </button>
        </li>
        ${lights.map(
          (light) => html`
            <li class=${inShort(light, status) ? "" : "in-full"}>
              <${Light} light=${light} status=${status} />
            </li>
          `,
        )}
      </ul>
      <span class="where">${words.pick(desk.terminal.value?.venue.name)} · ${station}</span>
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

/**
 * On a narrow screen only troubles, the registry's age and what waits to be sent have a light of
 * their own.
 */
function inShort({ name, tone }, { uses }) {
  return (
    tone === "mind" || tone === "no" || name === "registry" || (name === "uses" && uses.unsent > 0)
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
