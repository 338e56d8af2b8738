import { html } from "../html.js";
import { useKiosk, useWords } from "./context.js";
import { Press } from "./press.js";

/** A screen: what it says, and under it (or beside it) what can be done. */
export function Frame({ picture, title, how, children, actions }) {
  return html`
    <div class="says">
      ${
        picture &&
        html`
          <div class="picture">${picture}</div>
        `
      }
      <h1 tabindex="-1" data-scene-heading aria-describedby=${how ? "how" : null}>${title}</h1>
      ${how && html`<p id="how" data-how role="status">${how}</p>`}
      <${Unread} />
    </div>
    <div class="does">
      <div class="what-there-is">${children}</div>
      ${actions && html`<div class="acts">${actions}</div>`}
    </div>
  `;
}

/** A scan is never ignored silently, also in the middle of choosing. */
function Unread() {
  const { state } = useKiosk().desk;
  const { say } = useWords();
  const { station } = state.value;
  return station?.visit && station.notice
    ? html`
        <p class="aside" role="status">${say("unread.during")}</p>
      `
    : null;
}

/** The one button that goes on, with what it does in its words. */
export function Primary({ name, onPress, disabled, children }) {
  return html`
    <${Press} name=${name} kind="primary" onPress=${onPress} disabled=${disabled}>${children}<//>
  `;
}
