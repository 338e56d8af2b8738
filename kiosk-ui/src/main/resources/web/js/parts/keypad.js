import { html } from "../html.js";
import { useWords } from "./context.js";

const ROWS = ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];

/** Letters and digits of an id under the fingers. A press leaves the focus in the field. */
export function Keypad({ onPress }) {
  const { say } = useWords();
  const stay = (event) => event.preventDefault();
  const key = (sign) => html`
    <button type="button" tabindex="-1" data-key=${sign} onClick=${() => onPress(sign)}>
      ${sign}
    </button>
  `;
  return html`
    <div
      class="keypad"
      role="group"
      aria-label=${say("typing.keypad")}
      onPointerDown=${stay}
      onMouseDown=${stay}
    >
      ${ROWS.map(
        (row, at) => html`
          <div class="keypad-row" data-row=${at}>
            ${
              at === 3 &&
              html`
                <button
                  type="button"
                  tabindex="-1"
                  class="wide-key"
                  onClick=${() => onPress("clear")}
                >
                  ${say("typing.clear")}
                </button>
              `
            }
            ${[...row].map(key)}
            ${
              at === 3 &&
              html`
                <button
                  type="button"
                  tabindex="-1"
                  class="wide-key"
                  aria-label=${say("typing.back")}
                  data-key="back"
                  onClick=${() => onPress("back")}
                >
                  ⌫
                </button>
              `
            }
          </div>
        `,
      )}
    </div>
  `;
}
