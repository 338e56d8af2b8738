import { html } from "../html.js";
import { openEvents } from "../app/commands.js";
import { eventTerms, eventWhen } from "../app/tell-words.js";
import { time } from "../app/dates.js";
import { useDesk, useWords } from "./context.js";
import { KeyHint } from "./key-hint.js";
import { Terms } from "./terms.js";

/** The event that tickets go to, the languages, the time. */
export function Header() {
  const desk = useDesk();
  return html`
    <header class="bar">
      <${EventButton} />
      <${Languages} />
      <${Clock} clock=${desk.clock} />
    </header>
  `;
}

function EventButton() {
  const desk = useDesk();
  const words = useWords();
  const { event } = desk.state.value.station;
  const name = event ? words.pick(event.title) : words.say("event.choose");
  const terms = event
    ? [["when", eventWhen(event, desk.clock.iso(), words)], ...eventTerms(event, words)]
    : [["none", words.say("event.none")]];
  return html`
    <button
      type="button"
      class="event-button"
      data-event-button
      data-chosen=${event !== null}
      onClick=${() => openEvents(desk)}
    >
      <span class="event-name">
        <b>${name}</b>
        <${Terms} terms=${terms} />
      </span>
      <span class="event-change">
        ${words.say(event ? "event.change" : "event.choose")}
        <${KeyHint} name="F3" />
      </span>
    </button>
  `;
}

function Languages() {
  const desk = useDesk();
  const words = useWords();
  const names = { fi: "Suomi", sv: "Svenska", en: "English" };
  return html`
    <nav class="languages" aria-label=${words.say("aria.languages")}>
      ${(desk.terminal.value?.languages ?? []).map(
        (code) => html`
          <button
            type="button"
            lang=${code}
            data-language=${code}
            aria-pressed=${code === words.language}
            onClick=${() => desk.settings.set({ language: code })}
          >
            <span class="in-full">${names[code]}</span>
            <span class="in-short">${code.toUpperCase()}</span>
          </button>
        `,
      )}
    </nav>
  `;
}

function Clock({ clock }) {
  const desk = useDesk();
  const words = useWords();
  desk.second.value;
  return html`
    <time class="num">${time(clock.iso(), words.language)}</time>
  `;
}
