import { html } from "../html.js";
import { useKiosk, useWords } from "./context.js";
import { askForStaff } from "./help.js";
import { LANGUAGES, languagesOf } from "./language.js";
import { Press } from "./press.js";

/** Always there, always in the same place: languages, what makes the screen easier, help. */
export function Rail() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const open = (panel) => () => (kiosk.panel.value = panel);
  return html`
    <nav class="rail" aria-label=${say("aria.always")}>
      <div class="languages"><${Languages} /></div>
      <${Press} name="languages" kind="language-open" onPress=${open("languages")}>
        ${say("languages.button")}
      <//>
      <${Press} name="easier" onPress=${open("easier")}>${say("easier.button")}<//>
      <${Press} name="help" kind="help" onPress=${() => askForStaff(kiosk)}>${say("call.button")}<//>
    </nav>
  `;
}

/** Each by its own name in its own language; no flags. */
export function Languages({ onChosen = () => {} }) {
  const kiosk = useKiosk();
  const { code } = useWords();
  const choose = (language) => () => {
    kiosk.language.value = language;
    onChosen();
  };
  return languagesOf(kiosk.desk.terminal.value).map(
    (language) => html`
      <${Press}
        key=${language}
        name="language-${language}"
        lang=${LANGUAGES[language].lang}
        pressed=${language === code}
        onPress=${choose(language)}
      >
        ${LANGUAGES[language].name}
      <//>
    `,
  );
}
