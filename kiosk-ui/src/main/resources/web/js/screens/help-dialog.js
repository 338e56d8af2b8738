import { html } from "../html.js";
import { KEY_MAP } from "../app/keys.js";
import { useDesk, useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";
import { KeyHint } from "../parts/key-hint.js";

/**
 * How it goes, the rules in short, and the keys: a clerk who sees two cards a week forgets them in
 * between.
 */
export function HelpDialog({ close }) {
  const { say } = useWords();
  const { clientsUnder } = useDesk().state.value.station.policy;
  const texts = (under, numbers) =>
    numbers.map(
      (n) => html`
        <li>${say(`${under}.${n}`)}</li>
      `,
    );
  return html`<${Dialog} name="help" title=${say("help.title")} onClose=${close} wide reading>
    <div class="help">
      <section>
        <h3>${say("help.stepsTitle")}</h3>
        <ol class="steps">${texts("help.steps", [1, 2, 3, 4, 5])}</ol>
      </section>
      <section>
        <h3>${say("help.rulesTitle")}</h3>
        <ul class="rules">${texts("help.rules", [1, 2, 3, 4, 5, 6])}</ul>
      </section>
      <section><h3>${say("help.keysTitle")}</h3>
        <dl class="key-map">${KEY_MAP.map(
          ([key, does]) => html`
            <div>
              <dt><${KeyHint} name=${key} /></dt>
              <dd>${say(`help.keys.${does}`, { clientsUnder })}</dd>
            </div>
          `,
        )}</dl>
      </section>
      <section><h3>${say("help.soundsTitle")}</h3><p>${say("help.sounds")}</p></section>
    </div>
  </${Dialog}>`;
}
