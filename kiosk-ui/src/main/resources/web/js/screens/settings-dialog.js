import { html } from "../html.js";
import { useDesk, useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";
import { ScreenMeasure } from "../parts/screen-measure.js";

/** Wishes for this screen. They act at once and are kept in this browser. */
export function SettingsDialog({ close }) {
  const { say } = useWords();
  return html`<${Dialog} name="settings" title=${say("settings.title")} onClose=${close} wide>
    <div class="settings">
      <p class="soft">${say("settings.here")}</p>
      <div>
      <${Choice} setting="theme" options=${[
        ["auto", "themeAuto"],
        ["light", "themeLight"],
        ["dark", "themeDark"],
      ]} />
      <${Choice} setting="type" options=${[
        [1, "typeNormal"],
        [1.2, "typeLarge"],
        [1.4, "typeLargest"],
      ]} />
      <${Sound} />
      </div>
      <${ScreenMeasure} />
    </div>
  </${Dialog}>`;
}

function Choice({ setting, options, children }) {
  const { settings } = useDesk();
  const { say } = useWords();
  const now = settings.all.value[setting];
  return html`
    <fieldset data-setting=${setting}>
      <legend>${say(`settings.${setting}`)}</legend>
      <div class="segments">
        ${options.map(
          ([value, words]) => html`
            <button
              type="button"
              aria-pressed=${value === now}
              data-value=${String(value)}
              onClick=${() => settings.set({ [setting]: value })}
            >
              ${say(`settings.${words}`)}
            </button>
          `,
        )}
        ${children}
      </div>
    </fieldset>
  `;
}

function Sound() {
  const desk = useDesk();
  const { say } = useWords();
  const off = !desk.settings.all.value.sound;
  const listen = () => {
    desk.earcons.play("read");
    setTimeout(() => desk.earcons.play("look"), 700);
  };
  return html`<${Choice} setting="sound" options=${[
    [true, "soundOn"],
    [false, "soundOff"],
  ]}>
    <button type="button" class="quiet" aria-disabled=${off} onClick=${listen}>
      ${say("settings.soundTry")}
    </button>
  </${Choice}>`;
}
