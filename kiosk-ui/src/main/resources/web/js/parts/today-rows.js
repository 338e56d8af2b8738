import { html } from "../html.js";
import { open } from "../app/commands.js";
import { time } from "../app/dates.js";
import { isAgents, people } from "../app/tell-words.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";

/** Uses, newest first; each with its menu. Cards show by their last three characters only (R28). */
export function TodayRows({ rows }) {
  return html`
    <ol class="uses">
      ${rows.map(
        (row) => html`
          <${UseRow} key=${row.admissionId} row=${row} />
        `,
      )}
    </ol>
  `;
}

function UseRow({ row }) {
  const desk = useDesk();
  const words = useWords();
  const at = time(row.at, words.language);
  return html`
    <li data-use=${row.admissionId} data-state=${row.state}>
      <b class="num">${at}</b>
      <span class="use-what">
        <span>
          <b class="num">…${row.tail}</b>
          ${" "} ${countsOf(row, words)}
        </span>
        <small>${words.pick(row.eventTitle)}</small>
        <${Marks} row=${row} />
      </span>
      <button
        type="button"
        class="menu"
        aria-label=${words.say("list.menu", { time: at, tail: row.tail })}
        onClick=${() => open(desk, { name: "row", admissionId: row.admissionId, row })}
      >
        …
      </button>
    </li>
  `;
}

function countsOf(row, words) {
  const others = people({ children: row.children, helpers: row.assistants }, words);
  const counts = [row.adults, others].filter(Boolean).join(" + ");
  return row.cardKind === "community" ? `${words.say("list.community")}: ${counts}` : counts;
}

function Marks({ row }) {
  const { say } = useWords();
  const marks = [];
  if (row.state === "voided") marks.push(["none", say("list.voided")]);
  if (isAgents(row)) marks.push(["next", say("list.agent")]);
  if (row.unverified) marks.push(["mind", say("list.unverified")]);
  if (row.state === "stands" && ["waiting", "unknown", "failed"].includes(row.print))
    marks.push([row.print === "waiting" ? "next" : "mind", say(`list.print.${row.print}`)]);
  return marks.map(
    ([tone, text]) => html`
      <small class="mark" data-tone=${tone}>
        <${Dot} tone=${tone} />
        ${text}
      </small>
    `,
  );
}
