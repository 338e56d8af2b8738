import { useRef } from "preact/hooks";
import { html } from "../html.js";
import { cancel, letIn, reprint } from "../app/actions.js";
import { open } from "../app/commands.js";
import { toConfirm } from "../app/scene.js";
import { isAgents } from "../app/tell-words.js";
import { useDesk, useWords } from "./context.js";

/** R21: the same card again. Three ways, and the clerk knows which. */
export function UsedWays({ visit }) {
  const desk = useDesk();
  const { say } = useWords();
  const keys = useRef(new Map());
  const printable = visit.uses.filter((use) => use.printable && !isAgents(use));
  const tooMany = visit.notes.includes("TOO_FEW_PLACES");
  const doubtful = toConfirm(visit).some((question) => !question.confirmed);
  const reprintAll = async () => {
    for (const { admissionId } of printable) {
      if (!keys.current.has(admissionId)) keys.current.set(admissionId, desk.newKey());
      if (!(await reprint(desk, admissionId, keys.current.get(admissionId)))) return;
    }
    await cancel(desk);
  };
  return html`
    <ul class="ways">
      <${Way} name="letIn" onClick=${() => letIn(desk)} />
      <${Way}
        name="reprint"
        note=${printable.length === 0 && say("used.reprintElsewhere")}
        disabled=${printable.length === 0}
        onClick=${reprintAll}
      />
      <${Way}
        name="replace"
        note=${tooMany ? say("used.replaceTooMany") : doubtful && say("issue.confirmFirst")}
        disabled=${doubtful || tooMany}
        onClick=${() => open(desk, { name: "replace" })}
      />
    </ul>
  `;
}

function Way({ name, note, disabled = false, onClick }) {
  const desk = useDesk();
  const { say } = useWords();
  return html`
    <li>
      <button
        type="button"
        class="way"
        data-way=${name}
        aria-disabled=${disabled || desk.doing.value !== null}
        onClick=${() => !disabled && onClick()}
      >
        <b>${say(`used.${name}`)}</b>
        <span>${say(`used.${name}Why`)}</span>
        <small>${note || say(`used.${name}Note`)}</small>
      </button>
    </li>
  `;
}
