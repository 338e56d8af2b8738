import { html } from "../html.js";
import { moment } from "../app/dates.js";
import { lightsOf } from "../app/status.js";
import { useDesk, useWords } from "../parts/context.js";
import { ClockForm } from "../parts/clock-form.js";
import { Dialog } from "../parts/dialog.js";
import { Dot } from "../parts/shapes.js";

/** All lights, the asked one first, each with what it means and what to do now. */
export function StatusDialog({ dialog, close }) {
  const desk = useDesk();
  const { say } = useWords();
  const { status } = desk.state.value.station;
  const lights = lightsOf(status).toSorted(
    (a, b) => (b.name === dialog.light) - (a.name === dialog.light),
  );
  const form =
    !status.clock.trusted &&
    html`
      <${ClockForm} />
    `;
  const first = dialog.light === "clock";
  return html`<${Dialog} name="status" title=${say("status.all")} onClose=${close} reading>
    ${first && form}
    <ul class="lights">
      ${
        status.waitingTickets > 0 &&
        status.printer.state === "troubled" &&
        html`
          <${Light}
            light=${{ name: "waiting", tone: "mind", words: "status.waiting" }}
            status=${status}
          />
        `
      }
      ${lights.map(
        (light) => html`
          <${Light} light=${light} status=${status} />
        `,
      )}
    </ul>
    ${!first && form}
  </${Dialog}>`;
}

function Light({ light, status }) {
  const { clock } = useDesk();
  const words = useWords();
  const { fetchedAt } = status.registry;
  const { readAt } = status.events;
  const args = {
    registry: fetchedAt ? moment(fetchedAt, clock.iso(), words) : "–",
    events: readAt ? moment(readAt, clock.iso(), words) : "–",
    n: status.uses.unsent,
    refused: status.uses.deadLetters,
  };
  return html`
    <li data-light-row=${light.name} data-tone=${light.tone}>
      <${Dot} tone=${light.tone} />
      <div>
        <h3>${words.say(`${light.words}.title`, args)}</h3>
        <p>${words.say(`${light.words}.why`, args)}</p>
        ${
          light.tone !== "ok" &&
          html`
            <p>
              <b>${words.say("visit.now")}</b>
              ${" "} ${words.say(`${light.words}.now`, args)}
            </p>
          `
        }
        ${
          light.code &&
          html`
            <small>${words.say("status.code", { code: light.code })}</small>
          `
        }
      </div>
    </li>
  `;
}
