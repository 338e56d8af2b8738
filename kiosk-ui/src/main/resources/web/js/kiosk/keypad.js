/**
 * A numeric keypad drives everything: 2 and 8 move (as do arrows), 5 chooses, 0 says it again, *
 * goes back, # or / asks for help. A key acts when it is let go and stays alone: a reader that
 * plays a keyboard sends a burst of keys, and whatever is in a bar code must do nothing. Pure.
 */
const KEYS = {
  Numpad2: "down",
  ArrowDown: "down",
  Numpad8: "up",
  ArrowUp: "up",
  Numpad5: "choose",
  NumpadEnter: "choose",
  Enter: "choose",
  Space: "choose",
  Numpad0: "repeat",
  NumpadMultiply: "back",
  Escape: "back",
  NumpadDivide: "help",
};
const HELP_SIGN = "#";

/** Nobody presses two keys within this time; readers send tens in it. */
export const ALONE_MS = 80;
/** A burst is over after so much silence. */
export const QUIET_MS = 400;

/** @returns what the key means, null where it means nothing here */
export function meaningOf({ code, key }) {
  return key === HELP_SIGN ? "help" : (KEYS[code] ?? null);
}

/**
 * @param wait (ms, then) runs `then` later, as setTimeout does
 * @param run what to do with a command
 */
export function createKeypad(wait, run) {
  let lastDown = -Infinity;
  let burstUntil = -Infinity;
  let held = null;
  return {
    /** @returns whether the key is ours, so that the browser does nothing with it */
    down(event) {
      const command = meaningOf(event);
      const gap = event.timeStamp - lastDown;
      if (!event.repeat) lastDown = event.timeStamp;
      const typed = event.key.length === 1 && command === null;
      if (typed || (gap < ALONE_MS && !event.repeat) || event.timeStamp < burstUntil) {
        burstUntil = event.timeStamp + QUIET_MS;
        held = null;
        return true;
      }
      if (!event.repeat) held = command && { code: event.code, command };
      return command !== null;
    },
    up(event) {
      if (!held || held.code !== event.code) return;
      const { command } = held;
      const at = lastDown;
      held = null;
      wait(ALONE_MS, () => {
        if (lastDown === at && at >= burstUntil) run(command);
      });
    },
  };
}
