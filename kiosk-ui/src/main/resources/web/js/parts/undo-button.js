import { html } from "../html.js";
import { undo } from "../app/actions.js";
import { secondsUntil } from "../app/terminal-clock.js";
import { useDesk, useWords } from "./context.js";
import { KeyHint } from "./key-hint.js";

/** Undo, counting down; gone when its time is. */
export function UndoButton() {
  const desk = useDesk();
  const { say } = useWords();
  desk.second.value;
  const last = desk.state.value.station.lastIssue;
  const seconds = last ? secondsUntil(last.undoUntil, desk.clock.now()) : 0;
  if (seconds === 0) return null;
  return html`
    <button
      type="button"
      class="undo"
      data-undo
      aria-disabled=${desk.undoing.value}
      onClick=${() => undo(desk)}
    >
      ${say("issue.undo")}
      <span aria-hidden="true" class="num">${say("issue.secondsLeft", { seconds })}</span>
      <${KeyHint} name="F6" />
    </button>
  `;
}
