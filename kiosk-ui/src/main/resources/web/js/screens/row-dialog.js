import { useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { addHelpers, reprint, voidUse } from "../app/actions.js";
import { isAgents, people } from "../app/tell-words.js";
import { ticketsOf } from "../app/today.js";
import { time } from "../app/dates.js";
import { useDesk, useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";
import { Stepper } from "../parts/stepper.js";

/**
 * One use of today: void it, print it again, add an assistant. What is half done is kept if a scan
 * comes between.
 */
export function RowDialog({ dialog, close }) {
  const desk = useDesk();
  const words = useWords();
  const row =
    desk.today.value.rows.find((one) => one.admissionId === dialog.admissionId) ?? dialog.row;
  const step = dialog.step ?? "menu";
  const go = (next, halfDone = null) => (desk.dialog.value = { ...dialog, step: next, halfDone });
  const Step = { menu: Menu, void: VoidStep, helpers: HelpersStep }[step];
  const title = words.say("row.title", { time: time(row.at, words.language) });
  const counts = { adults: row.adults, children: row.children, helpers: row.assistants };
  return html`<${Dialog} name="row" title=${title} onClose=${close}>
    <p class="row-what">
      <b class="num">…${row.tail}</b>${" "}
      ${people(counts, words)}<br />
      <small>${words.pick(row.eventTitle)}</small>
    </p>
    ${
      row.state === "voided"
        ? html`
            <p>${words.say("row.isVoided")}</p>
          `
        : html`
            <${Step} row=${row} dialog=${dialog} go=${go} close=${close} />
          `
    }
  </${Dialog}>`;
}

function Menu({ row, go, close }) {
  const desk = useDesk();
  const { say } = useWords();
  const key = useRef(desk.newKey());
  const printAgain = async () => (await reprint(desk, row.admissionId, key.current)) && close();
  const item = (name, note, onClick) => html`
    <li>
      <button type="button" data-row-action=${name} onClick=${onClick}>
        <b>${say(`row.${name}`)}</b>
        <small>${say(note)}</small>
      </button>
    </li>
  `;
  return html`
    <ul class="row-menu">
      ${!isAgents(row) && item("reprint", "row.reprintNote", printAgain)}
      ${!isAgents(row) && item("helpers", "row.helpersNote", () => go("helpers", "row.helpers"))}
      ${item("void", "row.voidNote", () => go("void", "row.void"))}
    </ul>
  `;
}

function VoidStep({ row, go, close }) {
  const desk = useDesk();
  const { say } = useWords();
  const [sending, setSending] = useState(false);
  const n = ticketsOf(row);
  const sure = async () => {
    if (sending) return;
    setSending(true);
    if (await voidUse(desk, row.admissionId)) close();
    else setSending(false);
  };
  return html`
    <div class="ask">
      <h3>${say("row.voidAsk", { n })}</h3>
      ${
        row.print !== "waiting" &&
        row.print !== "none" &&
        html`
          <p>${say("row.voidSure", { n })}</p>
        `
      }
      <div class="answers">
        <button type="button" onClick=${() => go("menu")}>${say("row.keep")}</button>
        <button type="button" class="primary" data-sure aria-disabled=${sending} onClick=${sure}>
          ${say("row.voidYes", { n })}
        </button>
      </div>
    </div>
  `;
}

/**
 * The counts and their idempotency key live in the dialog's own state: a scan that comes between
 * loses neither, and what was sent already is not issued again.
 */
function HelpersStep({ row, dialog, close }) {
  const desk = useDesk();
  const { say } = useWords();
  const [sending, setSending] = useState(false);
  const counts = dialog.counts ?? { assistants: 0, interpreters: 0 };
  const n = counts.assistants + counts.interpreters;
  const count = (field, by) => {
    const next = { ...counts, [field]: counts[field] + by };
    desk.dialog.value = { ...dialog, counts: next, key: desk.newKey() };
  };
  const give = async () => {
    if (sending || n === 0) return;
    setSending(true);
    const given = await addHelpers(desk, row.admissionId, counts, dialog.key);
    if (!given) return setSending(false);
    if (desk.parked.value?.key === dialog.key) desk.parked.value = null;
    close();
  };
  const line = (field, label) => html`
    <div class="person">
      <b>${label}</b>
      <${Stepper}
        id="add-${field}"
        label=${label}
        count=${counts[field]}
        onStep=${(by) => count(field, by)}
      />
    </div>
  `;
  return html`
    <div class="ask">
      <h3>${say("row.helpers")}</h3>
      ${line("assistants", say("visit.assistant"))}
      ${line("interpreters", say("visit.interpreter"))}
      <p class="soft">${say("visit.helperNote")}</p>
      <div class="answers">
        <button
          type="button"
          class="primary"
          data-sure
          aria-disabled=${n === 0 || sending}
          onClick=${give}
        >
          ${n > 0 ? say("row.helpersGive", { n }) : say("issue.nothing")}
        </button>
      </div>
    </div>
  `;
}
