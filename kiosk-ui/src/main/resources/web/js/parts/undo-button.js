import { html } from "../html.js";
import { undo } from "../app/actions.js";
import { secondsUntil } from "../app/terminal-clock.js";
import { useDesk, useWords } from "./context.js";
import { KeyHint } from "./key-hint.js";

/** Seconds left to undo the last issue, 0 when there is none; what reads it is drawn anew each. */
export function useUndoSeconds() {
  const desk = useDesk();
  desk.second.value;
  const last = desk.state.value.station.lastIssue;
  return last ? secondsUntil(last.undoUntil, desk.clock.now()) : 0;
}

/** Undo, counting down; gone when its time is. */
export function UndoButton() {
  const desk = useDesk();
  const { say } = useWords();
  const seconds = useUndoSeconds();
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
