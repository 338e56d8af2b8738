import { askForStaff } from "./help.js";
import { act } from "./kiosk.js";

/** What the keypad's keys do on whatever screen or panel is up. */
export function keyCommands(kiosk, document) {
  const commands = {
    down: () => move(document, 1),
    up: () => move(document, -1),
    choose: () => document.activeElement?.matches?.("button") && document.activeElement.click(),
    repeat: () => roomOf(document).querySelector("h1, h2")?.focus(),
    back: () => back(kiosk, document),
    help: () => askForStaff(kiosk),
  };
  let lastMove = -Infinity;
  return (command) => {
    if (!["down", "up"].includes(command)) return commands[command]();
    // A trembling finger moves once; the press that follows a move counts all the same.
    if (performance.now() - lastMove < MOVE_MS) return;
    lastMove = performance.now();
    commands[command]();
  };
}

/** Shorter than for a press: going one too far is put right with the other key. */
const MOVE_MS = 250;

const roomOf = (document) => document.querySelector("dialog[open]") ?? document.body;

/** Round and round through everything that can be pressed here. */
function move(document, step) {
  const stops = [...roomOf(document).querySelectorAll("button")].filter((stop) =>
    stop.checkVisibility(),
  );
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : stops.length - 1) : at + step;
  stops.at(next % stops.length)?.focus();
}

/** The panel closes, else one screen back; at the first one the visit ends. */
function back(kiosk, document) {
  const dialog = document.querySelector("dialog[open]");
  const way = ["close", "more-time"].find((name) => dialog?.querySelector(`[data-press=${name}]`));
  if (dialog) return dialog.querySelector(`[data-press=${way}]`)?.click();
  const button = document.querySelector("[data-stage] :is([data-press=back], [data-press=leave], [data-press=ok])");
  if (button) button.click();
  else act(kiosk, "back");
}
