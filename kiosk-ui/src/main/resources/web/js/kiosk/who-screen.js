import { html } from "../html.js";
import { choicesOf } from "../app/choices.js";
import { choose } from "../app/visit-calls.js";
import { useKiosk, useWords } from "./context.js";
import { Frame, Primary } from "./frame.js";
import { act } from "./kiosk.js";
import { hasAsideCard, partyOf } from "./party.js";
import { Press } from "./press.js";

/** Who is coming: the holder, children, one to help. Numbers that are pressed show at once. */
export function WhoScreen() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const { desk } = kiosk;
  const visit = desk.visit.value;
  if (!visit) return null;
  const choices = desk.choosing.value ?? choicesOf(visit);
  const rows = partyOf(visit, choices, desk.state.value.station.policy);
  const several = kiosk.events.value.length > 1;
  const back = several ? "back" : "leave";
  return html`
    <${Frame}
      title=${say("who.title")}
      how=${visit.code === "BRING_CLIENT" ? say("who.bring") : null}
      actions=${html`
        <${Press} name=${back} onPress=${() => goBack(kiosk, back)}>${say(back)}<//>
        <${Primary}
          name="next"
          disabled=${!visit.offer?.canIssue || desk.choosing.value !== null}
          onPress=${() => act(kiosk, "next")}
        >
          ${say("next")}
        <//>
      `}
    >
      <div class="party">
        ${rows.map((row) => html`<${Row} key=${row.id} row=${row} />`)}
      </div>
      ${
        hasAsideCard(visit) &&
        html`
          <p class="aside">${say("who.aside")}</p>
        `
      }
    <//>
  `;
}

function goBack(kiosk, way) {
  kiosk.own.eventId = null;
  act(kiosk, way);
}

function Row({ row }) {
  const { say, has } = useWords();
  const label = say(`who.${row.words}`, row.args);
  const note = `who.${row.words}Note`;
  return html`
    <div class="row" data-row=${row.id}>
      <span class="label">
        <b>${label}</b>
        ${has(note) && html`<span>${say(note, row.args)}</span>`}
      </span>
      ${
        row.step
          ? html`<${Counter} row=${row} label=${label} />`
          : html`<b class="num count" data-count>${row.count}</b>`
      }
    </div>
  `;
}

function Counter({ row, label }) {
  const { desk } = useKiosk();
  const { say } = useWords();
  const step = (by) => () => void choose(desk, row.step(by));
  return html`
    <span class="counter" role="group" aria-label=${label}>
      <${Press}
        name="less-${row.id}"
        label=${say("who.fewer", { what: label })}
        disabled=${row.count <= 0}
        onPress=${step(-1)}
      >
        −
      <//>
      <b class="num count" data-count role="status">${row.count}</b>
      <${Press}
        name="more-${row.id}"
        label=${say("who.more", { what: label })}
        disabled=${row.count >= row.max}
        onPress=${step(1)}
      >
        +
      <//>
    </span>
  `;
}
