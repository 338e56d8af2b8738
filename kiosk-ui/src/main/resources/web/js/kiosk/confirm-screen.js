import { html } from "../html.js";
import { choicesOf } from "../app/choices.js";
import { useKiosk, useWords } from "./context.js";
import { eventWhen } from "./event-face.js";
import { Frame, Primary } from "./frame.js";
import { act } from "./kiosk.js";
import { partyOf } from "./party.js";
import { Press } from "./press.js";

/** Everything once more, before it is recorded: what for, who, how many tickets. */
export function ConfirmScreen() {
  const kiosk = useKiosk();
  const words = useWords();
  const { visit, event, policy } = kiosk.desk.state.value.station ?? {};
  if (!visit || !event) return null;
  const rows = partyOf(visit, choicesOf(visit), policy).filter((row) => row.count > 0);
  const n = visit.offer?.tickets ?? 0;
  return html`
    <${Frame}
      title=${words.say("confirm.title")}
      actions=${html`
        <${Press} name="back" onPress=${() => act(kiosk, "back")}>${words.say("back")}<//>
        <${Primary} name="next" disabled=${!visit.offer?.canIssue} onPress=${() => act(kiosk, "next")}>
          ${words.say("confirm.give", { n })}
        <//>
      `}
    >
      <div class="party" data-summary>
        <div class="row">
          <span class="label">
            <b>${words.pick(event.title)}</b>
            <span>${eventWhen(event, kiosk.desk.clock.iso(), words)}</span>
          </span>
        </div>
        ${rows.map(
          (row) => html`
            <div class="row" key=${row.id}>
              <span class="label"><b>${words.say(`who.${row.words}`, row.args)}</b></span>
              <b class="num count">${row.count}</b>
            </div>
          `,
        )}
      </div>
    <//>
  `;
}
