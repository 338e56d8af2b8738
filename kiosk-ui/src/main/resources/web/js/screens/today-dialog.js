import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { attempt } from "../app/desk.js";
import { useDesk, useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";
import { TodayRows } from "../parts/today-rows.js";
import { UndoButton } from "../parts/undo-button.js";

const SEARCH_AFTER_MS = 150;

/** Today's whole list: totals, search, and a menu for each use. */
export function TodayDialog({ close }) {
  const desk = useDesk();
  const { say } = useWords();
  const [query, setQuery] = useState("");
  const found = useSearch(desk, query.trim());
  const { totals, rows, complete } = desk.today.value;
  const shown = found ?? rows;
  const empty =
    !complete && shown.length === 0 ? "list.loading" : found ? "list.nothingFound" : "list.empty";
  return html`<${Dialog} name="today" title=${say("list.title")} onClose=${close} wide>
    ${
      totals &&
      html`
        <${Totals} totals=${totals} />
      `
    }
    <div class="search-line">
      <input
        type="search"
        class="search"
        data-first
        autocomplete="off"
        maxlength="64"
        aria-label=${say("list.search")}
        placeholder=${say("list.search")}
        value=${query}
        onInput=${(e) => setQuery(e.target.value)}
      />
      <${UndoButton} />
    </div>
    ${
      shown.length > 0
        ? html`
            <${TodayRows} rows=${shown} />
          `
        : html`
            <p class="soft">${say(empty)}</p>
          `
    }
  </${Dialog}>`;
}

function Totals({ totals }) {
  const { say } = useWords();
  const lines = [
    ["tickets", totals.tickets],
    ["adults", totals.adults],
    ["children", totals.children],
    ["helpers", totals.assistants],
  ];
  return html`
    <ul class="totals num">
      ${lines.map(
        ([kind, n]) => html`
          <li data-total=${kind}>${say(kind, { n })}</li>
        `,
      )}
    </ul>
  `;
}

/** The daemon searches, as it knows ticket numbers; a later change of the list searches anew. */
function useSearch(desk, query) {
  const [found, setFound] = useState(null);
  const { rows } = desk.today.value;
  useEffect(() => {
    if (!query) return setFound(null);
    let wanted = true;
    const later = setTimeout(async () => {
      const path = `/ui/station/today?query=${encodeURIComponent(query)}`;
      const list = await attempt(desk, () => desk.calls.get(path));
      if (wanted && list) setFound(list.rows);
    }, SEARCH_AFTER_MS);
    return () => {
      wanted = false;
      clearTimeout(later);
    };
  }, [query, rows]);
  return query ? found : null;
}
