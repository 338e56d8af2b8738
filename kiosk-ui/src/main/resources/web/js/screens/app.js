import { useEffect, useLayoutEffect } from "preact/hooks";
import { html } from "../html.js";
import { DeskContext } from "../parts/context.js";
import { Announcer } from "../parts/announcer.js";
import { Away } from "./away.js";
import { DeskScreen } from "./desk-screen.js";
import { Dialogs } from "./dialogs.js";
import { Demo } from "./demo.js";

/** The whole page: the product, and beside it, where the devices are virtual, the demo. */
export function App({ desk }) {
  const { language, say } = desk.words.value;
  const scene = desk.scene.value;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = `${say("product.desk")} · Kaiku`;
  }, [language]);
  useLayoutEffect(showFromTheTop, [scene.key]);
  useEffect(() => focusHeading(desk), [scene.key]);
  const dialog = desk.dialog.value;
  useEffect(() => {
    if (dialog === null && document.activeElement === document.body) focusHeading(desk);
  });
  return html`<${DeskContext.Provider} value=${desk}>
    <div class="product" data-scene=${scene.name}>
      ${
        desk.state.value.link === "live"
          ? html`
              <${DeskScreen} />
            `
          : html`
              <${Away} />
            `
      }
      <${Announcer} />
    </div>
    ${
      desk.state.value.link === "live" &&
      html`
        <${Dialogs} />
      `
    }
    ${
      desk.terminal.value?.virtualDevices &&
      desk.state.value.station &&
      html`
        <${Demo} />
      `
    }
  </${DeskContext.Provider}>`;
}

/** What was scrolled away for one customer must not be hidden from the start for the next. */
function showFromTheTop() {
  document.querySelectorAll("[data-stage], .stage-body").forEach((room) => room.scrollTo(0, 0));
}

/**
 * A scene's heading takes the focus when the scene is new, or when what had it is gone; a dialog
 * keeps it.
 */
function focusHeading(desk) {
  if (desk.dialog.value) return;
  document.querySelector("[data-scene-heading]")?.focus({ preventScroll: true });
}
