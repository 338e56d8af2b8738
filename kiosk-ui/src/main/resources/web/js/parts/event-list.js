import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { chooseEvent } from "../app/actions.js";
import { attempt } from "../app/desk.js";
import { eventTerms, eventWhen } from "../app/tell-words.js";
import { useDesk, useWords } from "./context.js";
import { Terms } from "./terms.js";

/** Fewer than this are seen at a glance. */
const SEARCH_FROM = 9;

/** Events that tickets can be given to, today's first; a touch chooses. */
export function EventList({ heading, onChosen = () => {}, takesFocus = false }) {
  const desk = useDesk();
  const words = useWords();
  const [answer, setAnswer] = useState(undefined);
  const [query, setQuery] = useState("");
  useEffect(() => {
    void attempt(desk, () => desk.calls.get("/ui/station/events")).then(setAnswer);
  }, []);
  if (answer === undefined)
    return html`
      <p class="soft">${words.say("event.loading")}</p>
    `;
  if (answer === null) return null;
  const { events } = answer;
  const found = events.filter((event) => matches(event, query));
  const choose = async (event) => (await chooseEvent(desk, event.id)) && onChosen();
  const group = (title, some) =>
    some.length > 0 &&
    html`<${heading} class="section">${title}</${heading}><ul class="events">${some.map(
      (event) => html`
        <li key=${event.id}><${EventRow} event=${event} onChoose=${choose} /></li>
      `,
    )}</ul>`;
  return html`
    <div class="event-list">
      ${
        events.length >= SEARCH_FROM &&
        html`
          <input
            type="search"
            class="search"
            data-first=${takesFocus}
            autocomplete="off"
            aria-label=${words.say("event.search")}
            placeholder=${words.say("event.search")}
            value=${query}
            onInput=${(e) => setQuery(e.target.value)}
          />
        `
      }
      ${
        found.length === 0 &&
        html`
          <p class="soft">
            ${words.say(events.length === 0 ? "event.nothing" : "event.nothingFound")}
          </p>
        `
      }
      ${group(
        words.say("event.todays"),
        found.filter((event) => event.today),
      )}
      ${group(
        words.say("event.later"),
        found.filter((event) => !event.today),
      )}
    </div>
  `;
}

function EventRow({ event, onChoose }) {
  const desk = useDesk();
  const words = useWords();
  const chosen = desk.state.value.station.event?.id === event.id;
  return html`
    <button
      type="button"
      class="event"
      data-event=${event.id}
      aria-current=${chosen}
      onClick=${() => onChoose(event)}
    >
      <span>
        <b>${words.pick(event.title)}</b>
        <small>
          ${words.say(`event.kind.${event.kind}`)} · ${eventWhen(event, desk.clock.iso(), words)}
        </small>
      </span>
      <span class="terms">
        ${
          chosen &&
          html`
            <b>${words.say("event.chosen")}</b>
          `
        }
        <${Terms} terms=${eventTerms(event, words)} noneLeft=${event.placesLeft === 0} />
      </span>
    </button>
  `;
}

function matches({ title }, query) {
  const sought = query.trim().toLowerCase();
  return Object.values(title).some((text) => text.toLowerCase().includes(sought));
}
