import { render } from "preact";
import { signal } from "@preact/signals";
import { createCalls } from "../app/calls.js";
import { createDesk } from "../app/desk.js";
import { createEarcons } from "../app/earcons.js";
import { openFeed } from "../app/feed.js";
import { createTerminalClock } from "../app/terminal-clock.js";
import { html } from "../html.js";
import { KioskApp } from "./app.js";
import { ENTERING } from "./entering.js";
import { createIdle, WAITING } from "./idle.js";
import { createKeypad } from "./keypad.js";
import { keyCommands } from "./key-commands.js";
import { act, createKiosk, forget, hear, settle } from "./kiosk.js";
import { wordsOf } from "./language.js";
import { createStrikes } from "./strikes.js";
import { applyScreen, applyWishes, createWishes } from "./wishes.js";

const LOOK_MS = 500;
const MINUTE_MS = 60_000;
const TERMINAL_RETRY_MS = 1_000;

const monotonic = () => performance.now();
const terminal = signal(null);
const wishes = createWishes();
const earcons = createEarcons(() => !wishes.all.value.calm);
const language = signal(null);
const desk = createDesk({
  calls: createCalls((path, options) => fetch(path, options)),
  clock: createTerminalClock(monotonic),
  earcons,
  words: wordsOf(language, terminal),
  settings: null,
  newKey: () => crypto.randomUUID(),
});
const kiosk = createKiosk({
  desk,
  wishes,
  language,
  idle: createIdle(monotonic),
  strikes: createStrikes(),
  monotonic,
  entering: ENTERING,
});
const page = document.documentElement;
applyWishes(wishes, page);

const keypad = createKeypad((ms, then) => setTimeout(then, ms), keyCommands(kiosk, document));
addEventListener("keydown", (event) => {
  touched();
  if (keypad.down(event)) event.preventDefault();
});
addEventListener("keyup", (event) => {
  if (event.code === "Space") event.preventDefault();
  keypad.up(event);
});
addEventListener("pointerdown", touched, { capture: true });
addEventListener("contextmenu", (event) => event.preventDefault());
setInterval(look, LOOK_MS);
setInterval(() => desk.second.value++, MINUTE_MS / 6);
openFeed("/ui/feed", {
  station: onStation,
  today: () => {},
  lost: () => {
    hear(kiosk, { type: "lost", at: desk.clock.iso() });
    void learnTerminal();
  },
});
void learnTerminal();
const app = document.getElementById("app");
app.replaceChildren();
render(html`<${KioskApp} kiosk=${kiosk} />`, app);

function onStation(station) {
  if (station.kind !== "kiosk") return location.replace("/desk");
  hear(kiosk, { type: "station", station });
}

/** The panel's measures, and whether this browser may still ask. */
async function learnTerminal() {
  try {
    const learnt = await desk.calls.get("/ui/terminal");
    terminal.value = learnt;
    desk.terminal.value = learnt;
    const own = learnt.stations.find(({ name }) => name === desk.state.value.station?.station);
    applyScreen((own ?? learnt.stations.find(({ kind }) => kind === "kiosk"))?.screen, page);
  } catch (error) {
    if (error.problem === "shut") hear(kiosk, { type: "shut" });
    else if (!terminal.value) setTimeout(learnTerminal, TERMINAL_RETRY_MS);
  }
}

function touched() {
  kiosk.idle.touched();
  earcons.wake();
}

/** Is somebody still there? */
function look() {
  if (desk.state.value.link === "lost") settle(kiosk);
  const { over: gone } = kiosk.idle.look("closed");
  if (kiosk.screen.value === "closed" && gone) forget(kiosk);
  if (!WAITING.includes(kiosk.screen.value)) return;
  const { over, secondsLeft = null } = kiosk.idle.look(kiosk.screen.value);
  if (over) act(kiosk, "idle");
  else {
    if (secondsLeft !== null && kiosk.warning.value === null) earcons.play("look");
    kiosk.warning.value = secondsLeft;
  }
}
