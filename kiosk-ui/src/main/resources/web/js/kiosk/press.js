import { html } from "../html.js";
import { useKiosk } from "./context.js";

/** A button of the kiosk: acts when it is let go, once however a hand trembles. */
export function Press({ name, onPress, kind = "", disabled = false, pressed, label, lang, children }) {
  const kiosk = useKiosk();
  const press = (event) => {
    if (!kiosk.strikes(event.timeStamp)) return;
    kiosk.idle.touched();
    kiosk.warning.value = null;
    if (!disabled) onPress();
  };
  return html`
    <button
      type="button"
      class="press ${kind}"
      data-press=${name}
      lang=${lang}
      aria-label=${label}
      aria-disabled=${disabled ? "true" : null}
      aria-pressed=${pressed}
      onClick=${press}
    >
      ${children}
    </button>
  `;
}
