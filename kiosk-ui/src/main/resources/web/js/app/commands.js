import { cancel, dismissNotice, issue, undo } from "./actions.js";
import { stepTarget, withChildren, withCount } from "./choices.js";
import { choose } from "./visit-calls.js";

/**
 * What a key's command does. Opening a dialog leaves the one that is open, unless something in it
 * is half done; opening the one that is open leaves it as it is.
 */
export function run(desk, { command, text }) {
  COMMANDS[command]?.(desk, text);
}

export function open(desk, dialog) {
  const now = desk.dialog.value;
  if (now?.halfDone || now?.name === dialog.name || desk.state.value.link !== "live") return;
  desk.dialog.value = dialog;
}

/** The list of events; where the stage has it already, the focus goes there. */
export function openEvents(desk) {
  const onStage = document.querySelector("[data-stage] .event-list :is(input, button)");
  if (onStage && !desk.dialog.value) onStage.focus();
  else if (!onStage) open(desk, { name: "event" });
  else if (!desk.dialog.value.halfDone) desk.dialog.value = null;
}

const COMMANDS = {
  help: (desk) => open(desk, { name: "help" }),
  settings: (desk) => open(desk, { name: "settings" }),
  type: (desk, text) => open(desk, { name: "typing", text: text ?? "" }),
  event: openEvents,
  today: (desk) => open(desk, { name: "today" }),
  undo: (desk) => canSeeUndo() && undo(desk),
  primary: (desk) => primary(desk),
  cancel: (desk) => leave(desk),
  assistant: (desk) => choose(desk, (c) => withCount(c, "assistants", 1)),
  "assistant-less": (desk) => choose(desk, (c) => withCount(c, "assistants", -1)),
  interpreter: (desk) => choose(desk, (c) => withCount(c, "interpreters", 1)),
  "interpreter-less": (desk) => choose(desk, (c) => withCount(c, "interpreters", -1)),
  children: (desk) => stepChildren(desk, 1),
  "children-less": (desk) => stepChildren(desk, -1),
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
};

/** What was given is not taken back blind: a next customer may have hidden the button. */
function canSeeUndo() {
  return [...document.querySelectorAll("[data-undo]")].some((button) => button.checkVisibility());
}

/**
 * Enter: give the tickets, or be done with a refusal or a notice. Nothing else is ever done by a
 * bare Enter.
 */
function primary(desk) {
  const visit = desk.visit.value;
  if (visit) void (visit.offer || visit.code === "CLOCK_NOT_TRUSTED" ? issue(desk) : cancel(desk));
  else if (desk.state.value.station?.notice) void dismissNotice(desk);
}

function leave(desk) {
  if (desk.state.value.station?.notice) void dismissNotice(desk);
  else if (desk.visit.value) void cancel(desk);
}

function stepChildren(desk, step) {
  const target = desk.visit.value && stepTarget(desk.visit.value);
  if (!target) return;
  void choose(desk, (c) =>
    target.field ? withCount(c, target.field, step) : withChildren(c, target.ref, step, target.max),
  );
}

/**
 * Arrows go through the buttons of the stage, or of what is in the open dialog, without leaving
 * it at its ends.
 */
function moveFocus(step) {
  const room =
    document.querySelector("dialog[open] .dialog-content") ??
    document.querySelector("[data-stage]");
  const stops = [...(room?.querySelectorAll("button:not(:disabled), input, [href]") ?? [])].filter(
    (stop) => stop.checkVisibility(),
  );
  if (stops.length === 0) return;
  const at = stops.indexOf(document.activeElement);
  const next =
    at < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + step, 0), stops.length - 1);
  stops[next].focus();
}
