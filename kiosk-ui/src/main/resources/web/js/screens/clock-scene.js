import { html } from "../html.js";
import { useWords } from "../parts/context.js";
import { ClockForm } from "../parts/clock-form.js";

/** The terminal does not know what day it is: nothing is given until somebody says. */
export function ClockScene() {
  const { say } = useWords();
  return html`
    <div class="clock-scene">
      <h1 tabindex="-1" data-scene-heading>${say("clock.title")}</h1>
      <${ClockForm} />
    </div>
  `;
}
