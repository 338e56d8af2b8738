import { useEffect, useLayoutEffect } from "preact/hooks";
import { html } from "../html.js";
import { time } from "../app/dates.js";
import { KioskContext, useKiosk, useWords } from "./context.js";
import { Panels } from "./panels.js";
import { Rail } from "./rail.js";
import { SCREENS } from "./screens.js";

/** The whole page: one screen at a time, and beside it what is always there. */
export function KioskApp({ kiosk }) {
  const words = kiosk.desk.words.value;
  const screen = kiosk.screen.value;
  const Screen = SCREENS[screen];
  const open = kiosk.panel.value !== null || kiosk.warning.value !== null;
  useLayoutEffect(() => {
    document.documentElement.lang = words.language;
    document.title = words.say("title");
  }, [words]);
  useEffect(() => {
    if (!open) document.querySelector("[data-scene-heading]")?.focus({ preventScroll: true });
  }, [screen, open]);
  return html`
    <${KioskContext.Provider} value=${kiosk}>
      <div class="kiosk" data-screen=${screen}>
        <${House} />
        <main class="stage" data-stage><${Screen} key=${screen} /></main>
        <${Rail} />
      </div>
      <${Panels} />
    </${KioskContext.Provider}>
  `;
}

/** Whose kiosk it is, and the time: where there is room for it. */
function House() {
  const { desk } = useKiosk();
  const words = useWords();
  // Drawn anew with each message and each second that counts.
  void [desk.second.value, desk.state.value];
  const now = desk.clock.iso();
  return html`
    <header class="house">
      <b>${words.pick(desk.terminal.value?.venue.name)}</b>
      <span class="num">${now && time(now, words.language)}</span>
    </header>
  `;
}
