import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { useKiosk, useWords } from "./context.js";
import { Primary } from "./frame.js";
import { askForTime } from "./help.js";
import { act } from "./kiosk.js";
import { Press } from "./press.js";
import { Languages } from "./rail.js";
import { HowStaffCome } from "./screens.js";
import { Tools } from "./tools.js";

/** Over the screen, one at a time; the warning that the visit ends comes before all else. */
export function Panels() {
  const kiosk = useKiosk();
  if (kiosk.warning.value !== null) return html`<${Warning} />`;
  const Panel = { call: Called, easier: Easier, languages: Choose }[kiosk.panel.value];
  return Panel ? html`<${Panel} />` : null;
}

/** The browser's own dialog: what is behind it is out of reach for everybody. */
function Panel({ name, title, onClose, children, actions }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog.showModal();
    dialog.querySelector("h2").focus();
    return () => dialog.close();
  }, []);
  const close = (event) => {
    event.preventDefault();
    onClose();
  };
  return html`
    <dialog
      ref=${box}
      class="panel"
      data-panel=${name}
      aria-labelledby="panel-title"
      onCancel=${close}
    >
      <h2 id="panel-title" tabindex="-1">${title}</h2>
      ${children}
      <div class="acts">${actions}</div>
    </dialog>
  `;
}

function Warning() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const more = () => askForTime(kiosk);
  return html`
    <${Panel}
      name="warning"
      title=${say("idle.title")}
      onClose=${more}
      actions=${html`
        <${Press} name="end" onPress=${() => act(kiosk, "idle")}>${say("idle.end")}<//>
        <${Primary} name="more-time" onPress=${more}>${say("idle.more")}<//>
      `}
    >
      <p>${say("idle.how", { n: kiosk.warning.value })}</p>
    <//>
  `;
}

function Called() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const close = () => (kiosk.panel.value = null);
  const title = kiosk.coming.value ? "call.coming" : "call.title";
  return html`
    <${Panel}
      name="call"
      title=${say(title)}
      onClose=${close}
      actions=${html`
        <${Primary} name="close" onPress=${close}>${say("call.ok")}<//>
      `}
    >
      <${HowStaffCome} />
      <p>${!kiosk.coming.value && !kiosk.call.value?.failed && say("call.told")}</p>
    <//>
  `;
}

function Easier() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const close = () => (kiosk.panel.value = null);
  return html`
    <${Panel}
      name="easier"
      title=${say("easier.title")}
      onClose=${close}
      actions=${html`
        <${Primary} name="close" onPress=${close}>${say("easier.ok")}<//>
      `}
    >
      <${Tools} />
    <//>
  `;
}

function Choose() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const close = () => (kiosk.panel.value = null);
  return html`
    <${Panel}
      name="languages"
      title=${say("languages.title")}
      onClose=${close}
      actions=${html`
        <${Press} name="close" onPress=${close}>${say("back")}<//>
      `}
    >
      <div class="tools"><${Languages} onChosen=${close} /></div>
    <//>
  `;
}
