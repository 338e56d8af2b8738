import { render } from "preact";
import { computed } from "@preact/signals";
import fi from "/i18n/fi.json" with { type: "json" };
import sv from "/i18n/sv.json" with { type: "json" };
import en from "/i18n/en.json" with { type: "json" };
import { createTodayKeeper } from "./app/actions.js";
import { createCalls } from "./app/calls.js";
import { run } from "./app/commands.js";
import { createDesk, receive } from "./app/desk.js";
import { createEarcons } from "./app/earcons.js";
import { openFeed } from "./app/feed.js";
import { commandOf } from "./app/keys.js";
import { applySettings, createSettings } from "./app/settings.js";
import { createTerminalClock } from "./app/terminal-clock.js";
import { createWords } from "./app/words.js";
import { html } from "./html.js";
import { App } from "./screens/app.js";

const TERMINAL_RETRY_MS = 1_000;

const WORDS = { fi: createWords("fi", fi), sv: createWords("sv", sv), en: createWords("en", en) };
const settings = createSettings(localStorage);
applySettings(settings, document.documentElement, matchMedia("(prefers-color-scheme: dark)"));

const language = computed(() => {
  const offered = desk.terminal.value?.languages ?? ["fi", "sv", "en"];
  const wished = settings.all.value.language;
  return offered.includes(wished) ? wished : offered[0];
});
const desk = createDesk({
  calls: createCalls((path, options) => fetch(path, options)),
  clock: createTerminalClock(() => performance.now()),
  earcons: createEarcons(() => settings.all.value.sound),
  words: computed(() => WORDS[language.value]),
  settings,
  newKey: () => crypto.randomUUID(),
});
const todayKeeper = createTodayKeeper(desk);

addEventListener("keydown", onKey);
addEventListener("pointerdown", () => desk.earcons.wake(), { capture: true });
setInterval(() => desk.second.value++, 1_000);
openFeed("/ui/feed", { station: onStation, today: todayKeeper.changed, lost: onLost });
void learnTerminal();
const page = document.getElementById("app");
page.replaceChildren();
render(
  html`
    <${App} desk=${desk} />
  `,
  page,
);

function onStation(station) {
  if (station.kind === "kiosk") return location.replace("/kiosk");
  const opening = desk.state.value.link !== "live";
  receive(desk, { type: "station", station });
  if (opening) void todayKeeper.fetch();
}

function onLost() {
  receive(desk, { type: "lost", at: desk.clock.iso() });
  void learnTerminal();
}

/** Also tells a browser that may no longer ask from a daemon that is away. */
async function learnTerminal() {
  try {
    desk.terminal.value = await desk.calls.get("/ui/terminal");
  } catch (error) {
    if (error.problem === "shut") receive(desk, { type: "shut" });
    else if (!desk.terminal.value) setTimeout(learnTerminal, TERMINAL_RETRY_MS);
  }
}

function onKey(event) {
  desk.earcons.wake();
  const found = commandOf(event, placeOf(event.target));
  if (!found) return;
  event.preventDefault();
  run(desk, found);
}

function placeOf(target) {
  return {
    dialog: desk.dialog.value !== null,
    field: target.matches?.("input") ?? false,
    reading: target.matches?.("[data-reading]") ?? false,
    control: target.matches?.("button, a, summary") ?? false,
  };
}
