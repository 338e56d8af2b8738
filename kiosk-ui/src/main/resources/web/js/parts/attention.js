import { html } from "../html.js";
import { attentionOf, ledTo } from "../app/attention.js";
import { answerPrint, come, dismissNotice, takenBack } from "../app/actions.js";
import { open } from "../app/commands.js";
import { untell } from "../app/desk.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";

const SHOWN_MAX = 2;

/**
 * Slim bars over the stage for what must not be missed while a customer is served. The most
 * pressing stand first. What a press has led to stands in the dialog it was made in, while one is
 * open.
 */
export function Attention() {
  const desk = useDesk();
  const words = useWords();
  const all = attentionOf(desk.state.value.station, {
    told: desk.dialog.value ? [] : desk.told.value,
    parked: desk.parked.value,
  });
  if (all.length === 0) return null;
  const rest = all.length - SHOWN_MAX;
  return html`
    <ul class="attention" aria-label=${words.say("aria.attention")}>
      ${all.slice(0, SHOWN_MAX).map(
        (one) => html`
          <${Bar} key=${one.key} one=${one} />
        `,
      )}
      ${
        rest > 0 &&
        html`
          <li class="soft">${words.say("told.more", { n: rest })}</li>
        `
      }
    </ul>
  `;
}

/** In a dialog, whose outside is out of reach for everybody, a screen reader's user too. */
export function ToldInDialog() {
  const desk = useDesk();
  const bars = ledTo(desk.state.value.station, desk.told.value);
  return html`
    <div class="told-in-dialog" role="status">
      ${
        bars.length > 0 &&
        html`
          <ul class="attention">
            ${bars.map(
              (one) => html`
                <${Bar} key=${one.key} one=${one} />
              `,
            )}
          </ul>
        `
      }
    </div>
  `;
}

function Bar({ one }) {
  const desk = useDesk();
  const words = useWords();
  const { title, why, now } = one.textsOf(words);
  return html`
    <li class="told" data-told=${one.name} data-tone=${one.tone}>
      <${Dot} tone=${one.tone} />
      <span>
        <b>${title}</b>
        ${" "} ${why} ${now}
      </span>
      ${one.actions.map(
        (action) => html`
          <button type="button" data-act=${action} onClick=${() => act(desk, one, action)}>
            ${words.say(LABELS[action])}
          </button>
        `,
      )}
    </li>
  `;
}

const LABELS = {
  ok: "told.ok",
  taken: "told.taken",
  resume: "told.resume",
  drop: "told.drop",
  show: "told.show",
  understood: "notice.ok",
  yes: "print.yes",
  no: "print.no",
  again: "print.again",
  afterAll: "print.afterAll",
  come: "staffCall.come",
};

function act(desk, one, action) {
  switch (action) {
    case "ok":
      return untell(desk, one.key);
    case "taken":
      return takenBack(desk, one.key);
    case "resume":
      return resume(desk);
    case "drop":
      return (desk.parked.value = null);
    case "show":
      return open(desk, { name: "status", light: one.light });
    case "come":
      return come(desk, one.key);
    case "understood":
      return dismissNotice(desk);
    default:
      return answerPrint(desk, one.key, ["yes", "afterAll"].includes(action));
  }
}

function resume(desk) {
  const dialog = desk.parked.value;
  desk.parked.value = null;
  open(desk, dialog);
}
