import { html } from "../html.js";
import { open } from "../app/commands.js";
import { useDesk, useWords } from "./context.js";
import { KeyHint } from "./key-hint.js";
import { TodayRows } from "./today-rows.js";
import { UndoButton, useUndoSeconds } from "./undo-button.js";

const ROWS_BESIDE = 30;

/**
 * Today at a glance, where the screen is wide enough; undo stands on top while a next customer is
 * served.
 */
export function TodayAside() {
  const desk = useDesk();
  const { say } = useWords();
  const { totals, rows } = desk.today.value;
  const { lastIssue, visit } = desk.state.value.station;
  const undoable = useUndoSeconds() > 0;
  return html`
    <aside class="today" aria-label=${say("aria.today")}>
      <header>
        <h2>
          ${say("list.title")}${" "}
          ${
            totals &&
            html`
              <small class="num">${say("tickets", { n: totals.tickets })}</small>
            `
          }
        </h2>
        <button
          type="button"
          class="quiet"
          data-open-today
          onClick=${() => open(desk, { name: "today" })}
        >
          ${say("list.all")}
          <${KeyHint} name="F4" />
        </button>
      </header>
      ${
        undoable &&
        visit &&
        html`
          <div class="undo-beside">
            <span>${say("issue.given", { n: lastIssue.tickets })}</span>
            <${UndoButton} />
          </div>
        `
      }
      ${
        rows.length > 0
          ? html`
              <${TodayRows} rows=${rows.slice(0, ROWS_BESIDE)} />
            `
          : html`
              <p class="soft">${say("list.empty")}</p>
            `
      }
    </aside>
  `;
}
