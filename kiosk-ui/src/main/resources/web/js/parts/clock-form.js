import { html } from "../html.js";
import { confirmClock } from "../app/actions.js";
import { day, time, weekday } from "../app/dates.js";
import { LIMITS, dateExists, fieldsOf, localTime, stepped } from "../app/clock-fields.js";
import { useDesk, useWords } from "./context.js";

/**
 * The clerk says what day and time it is, once per untrusted clock. A half-set time stays while
 * scans come and go.
 */
export function ClockForm() {
  const desk = useDesk();
  const words = useWords();
  const { doubt } = desk.state.value.station.status.clock;
  const fields = desk.clockDraft.value ?? fieldsOf(desk.clock.iso());
  const exists = dateExists(fields);
  const set = (change) => (desk.clockDraft.value = { ...fields, ...change });
  const confirm = async () => {
    if (exists && (await confirmClock(desk, localTime(fields)))) desk.clockDraft.value = null;
  };
  return html`
    <div class="clock-form" data-clock-form>
      <p>${doubt && words.say(`clock.why.${doubt}`)} ${words.say("clock.how")}</p>
      <div class="clock-fields">
        ${Object.keys(LIMITS).map(
          (name) => html`
            <${Field}
              name=${name}
              value=${fields[name]}
              onSet=${(value) => set({ [name]: value })}
            />
          `,
        )}
      </div>
      ${
        !exists &&
        html`
          <p role="alert">${words.say("clock.wrongDay")}</p>
        `
      }
      <button
        type="button"
        class="primary"
        data-confirm-clock
        aria-disabled=${!exists}
        onClick=${confirm}
      >
        ${words.say("clock.confirm", { when: exists ? inWords(fields, words.language) : "–" })}
      </button>
    </div>
  `;
}

function Field({ name, value, onSet }) {
  const { say } = useWords();
  const label = say(`clock.${name}`);
  const typed = (event) => onSet(Number(event.target.value.replace(/\D/g, "").slice(-4)));
  const onKey = (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by) event.preventDefault();
    if (by) onSet(stepped(name, value, by));
  };
  return html`
    <div class="clock-field" data-clock-field=${name}>
      <button
        type="button"
        aria-label=${say("clock.up", { what: label })}
        onClick=${() => onSet(stepped(name, value, 1))}
      >
        +
      </button>
      <label>
        <span>${label}</span>
        <input
          class="num"
          inputmode="numeric"
          autocomplete="off"
          value=${name === "minute" ? String(value).padStart(2, "0") : value}
          onInput=${typed}
          onKeyDown=${onKey}
        />
      </label>
      <button
        type="button"
        aria-label=${say("clock.down", { what: label })}
        onClick=${() => onSet(stepped(name, value, -1))}
      >
        −
      </button>
    </div>
  `;
}

function inWords(fields, language) {
  const iso = localTime(fields);
  return `${weekday(iso, language, "long")} ${day(iso, language)} ${time(iso, language)}`;
}
