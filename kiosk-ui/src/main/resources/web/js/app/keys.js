/**
 * The keyboard, whole. Letters and digits start typing an id, so they never do anything else: a
 * scanner in keyboard mode must not be able to let anybody in. Enter acts only where the eye is:
 * on the focused button, else the primary one.
 */
const ALONE = {
  F1: "help",
  F2: "type",
  F3: "event",
  F4: "today",
  F6: "undo",
  F7: "assistant",
  F8: "interpreter",
  F10: "settings",
  Escape: "cancel",
};
const HELP_SIGN = "?";
const SHIFTED = { F7: "assistant-less", F8: "interpreter-less" };
const STEPS = { "+": "children", "-": "children-less", "−": "children-less" };
const ARROWS = { ArrowDown: "next", ArrowUp: "previous" };

/** For the help screen, in its order. */
export const KEY_MAP = [
  ["F1 ?", "help"],
  ["F2", "type"],
  ["F3", "event"],
  ["F4", "today"],
  ["F6", "undo"],
  ["F7", "assistant"],
  ["F8", "interpreter"],
  ["F10", "settings"],
  ["enter", "primary"],
  ["esc", "cancel"],
  ["+ −", "children"],
  ["A–Z 0–9", "any"],
  ["arrows", "move"],
];

/**
 * @param event a keydown
 * @param place where the focus is: dialog, field (text is typed there), control (a button or the
 * like), reading (arrows scroll)
 * @returns {command, text?} or null when the key is the browser's own business
 */
export function commandOf(event, place) {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.shiftKey && SHIFTED[event.key]) return once(event, SHIFTED[event.key], place);
  if (event.key === "Escape" && place.dialog) return null;
  if (ALONE[event.key]) return once(event, ALONE[event.key], place);
  if (place.field) return null;
  if (event.key === HELP_SIGN) return once(event, "help", place);
  if (ARROWS[event.key] && !place.reading) return { command: ARROWS[event.key] };
  return place.dialog ? null : onTheDesk(event, place);
}

function onTheDesk(event, place) {
  if (STEPS[event.key]) return { command: STEPS[event.key] };
  if (event.key === "Enter") return place.control || event.repeat ? null : { command: "primary" };
  if (/^[A-Za-z0-9]$/.test(event.key)) return { command: "type", text: event.key.toUpperCase() };
  return null;
}

/** Held down, a key acts once. In a dialog only the keys that lead elsewhere count. */
function once(event, command, place) {
  const elsewhere = ["help", "type", "event", "today", "settings"].includes(command);
  if (place.dialog && !elsewhere) return { command: "none" };
  return { command: event.repeat ? "none" : command };
}
