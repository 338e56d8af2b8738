import { html } from "../html.js";
import { CardAndEcho, Shape } from "../parts/shapes.js";
import { ConfirmScreen } from "./confirm-screen.js";
import { useKiosk, useWords } from "./context.js";
import { EventScreen } from "./event-screen.js";
import { eventWhen } from "./event-face.js";
import { Frame, Primary } from "./frame.js";
import { act } from "./kiosk.js";
import { Press } from "./press.js";
import { Tools } from "./tools.js";
import { WhoScreen } from "./who-screen.js";
import { Hand, Paper } from "./pictures.js";

/** Words and a picture, nothing to do but wait or read the card. */
function plain(words, picture) {
  return function Plain() {
    const { say } = useWords();
    return html`<${Frame}
      picture=${picture && html`<${picture} />`}
      title=${say(`${words}.title`)}
      how=${say(`${words}.how`)}
    />`;
  };
}

/** The same with one button that ends it. */
function told(words, picture) {
  return function Told() {
    const kiosk = useKiosk();
    const { say } = useWords();
    return html`<${Frame}
      picture=${html`<${picture} />`}
      title=${say(`${words}.title`)}
      how=${say(`${words}.how`)}
      actions=${html`
        <${Primary} name="ok" onPress=${() => act(kiosk, "ok")}>${say(`${words}.ok`)}<//>
      `}
    />`;
  };
}

function Attract() {
  const { say } = useWords();
  return html`
    <${Frame} picture=${html`<${CardAndEcho} />`} title=${say("attract.title")} how=${say("attract.how")}>
      <${Tools} />
    <//>
  `;
}

/** Asked until it is answered; who does not want to wait for the line need not. */
function Giving() {
  const { say } = useWords();
  const isCut = useKiosk().desk.state.value.link !== "live";
  return html`
    <${Frame} picture=${html`<${Paper} />`} title=${say("giving.title")} how=${say("giving.how")}>
      ${isCut && html`<p class="aside" role="status">${say("staff.desk")}</p>`}
    <//>
  `;
}

function Printing() {
  const { say } = useWords();
  const n = useKiosk().issued.value?.tickets ?? 0;
  return html`
    <${Frame}
      picture=${html`<${Paper} />`}
      title=${say("printing.title", { n })}
      how=${say("printing.how", { n })}
    />
  `;
}

function Trouble() {
  const { say } = useWords();
  return html`
    <${Frame} picture=${html`<${Hand} />`} title=${say("trouble.title")} how=${say("trouble.how")}>
      <${HowStaffCome} />
    <//>
  `;
}

function Again() {
  const kiosk = useKiosk();
  const { say } = useWords();
  return html`
    <${Frame}
      picture=${html`<${Paper} />`}
      title=${say("again.title")}
      how=${say("again.how")}
      actions=${html`
        <${Press} name="leave" onPress=${() => act(kiosk, "leave")}>${say("leave")}<//>
        <${Primary} name="retry" onPress=${() => act(kiosk, "retry")}>${say("again.yes")}<//>
      `}
    />
  `;
}

function Done() {
  const kiosk = useKiosk();
  const words = useWords();
  const { tickets, event } = kiosk.issued.value ?? { tickets: 0, event: null };
  const about = event && `${words.pick(event.title)}, ${eventWhen(event, kiosk.desk.clock.iso(), words)}.`;
  return html`
    <${Frame}
      picture=${html`<${Shape} tone="yes" />`}
      title=${words.say("done.title", { n: tickets })}
      how=${[about, words.say("done.how")].filter(Boolean).join(" ")}
      actions=${html`
        <${Primary} name="ok" onPress=${() => act(kiosk, "ok")}>${words.say("done.ok")}<//>
      `}
    />
  `;
}

/** The same for every reason (R29). */
function Staff() {
  const kiosk = useKiosk();
  const { say } = useWords();
  return html`
    <${Frame}
      picture=${html`<${Hand} />`}
      title=${say("staff.title")}
      how=${say(kiosk.coming.value ? "staff.coming" : "staff.desk")}
      actions=${html`
        <${Primary} name="ok" onPress=${() => act(kiosk, "ok")}>${say("staff.ok")}<//>
      `}
    />
  `;
}

/** "They are coming" only when a clerk has said so. */
export function HowStaffCome() {
  const { say } = useWords();
  const { coming } = useKiosk();
  return html`
    <p class="aside" role="status">${say(coming.value ? "staff.coming" : "staff.desk")}</p>
  `;
}

export const SCREENS = {
  starting: plain("starting", CardAndEcho),
  closed: plain("closed", Hand),
  attract: Attract,
  unread: told("unread", CardAndEcho),
  looking: plain("looking", null),
  event: EventScreen,
  who: WhoScreen,
  confirm: ConfirmScreen,
  giving: Giving,
  printing: Printing,
  trouble: Trouble,
  again: Again,
  done: Done,
  staff: Staff,
};
