import { html } from "../html.js";
import { useDesk, useWords } from "./context.js";

/** A bank card is 85.60 mm wide (ISO/IEC 7810 ID-1). */
const CARD_MM = 85.6;
const STEP = 1.01;

/**
 * "Make the frame as big as your card": how many pixels a millimetre has on this panel, measured
 * by the one who sees it.
 */
export function ScreenMeasure() {
  const { settings } = useDesk();
  const { say } = useWords();
  const mm =
    settings.all.value.mm ??
    parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
  const scale = (by) => () => settings.set({ mm: Math.min(20, Math.max(2, mm * by)) });
  return html`
    <fieldset data-setting="mm">
      <legend>${say("settings.screen")}</legend>
      <p class="soft">${say("settings.screenHow")}</p>
      <div class="card-frame" style=${{ width: `${CARD_MM * mm}px` }} aria-hidden="true">
        <span class="num">${CARD_MM} mm</span>
      </div>
      <div class="segments">
        <button
          type="button"
          aria-label=${say("settings.screenNarrower")}
          onClick=${scale(1 / STEP)}
        >
          −
        </button>
        <button type="button" aria-label=${say("settings.screenWider")} onClick=${scale(STEP)}>
          +
        </button>
        <button type="button" class="quiet" onClick=${() => settings.set({ mm: null })}>
          ${say("settings.screenReset")}
        </button>
      </div>
    </fieldset>
  `;
}
