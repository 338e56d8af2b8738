import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { useKiosk, useWords } from "./context.js";
import { touchEvent } from "./entering.js";
import { eventFace } from "./event-face.js";
import { Frame } from "./frame.js";
import { act } from "./kiosk.js";
import { Press } from "./press.js";

/** As many as fit are shown at once, without scrolling; never more than a glance takes in. */
const SHOWN_MAX = 5;

/** Today's events first, the others behind a button. */
export function EventScreen() {
  const kiosk = useKiosk();
  const { say } = useWords();
  const all = kiosk.events.value;
  const today = all.filter((event) => event.today);
  const groups = [today, all.filter((event) => !event.today)].filter((some) => some.length > 0);
  const [group, setGroup] = useState(0);
  const shown = groups[group] ?? [];
  const isToday = shown === today;
  return html`
    <${Frame}
      title=${say("event.title")}
      actions=${html`
        <${Press} name="leave" onPress=${() => act(kiosk, "leave")}>${say("leave")}<//>
        ${
          groups.length > 1 &&
          html`
            <${Press} name="other-days" onPress=${() => setGroup(1 - group)}>
              ${say(isToday ? "event.showOthers" : "event.showToday")}
            <//>
          `
        }
      `}
    >
      <${Pages} key=${group} events=${shown} />
    <//>
  `;
}

function Pages({ events }) {
  const { say } = useWords();
  const kiosk = useKiosk();
  const box = useRef(null);
  const look = JSON.stringify(kiosk.wishes.all.value);
  const [{ size, of }, setSize] = useState({ size: SHOWN_MAX, of: look });
  const [page, setPage] = useState(0);
  useLayoutEffect(() => {
    if (of !== look) setSize({ size: SHOWN_MAX, of: look });
    else if (size > 1 && isTooTall(box.current)) setSize({ size: size - 1, of: look });
  });
  const pages = Math.ceil(events.length / size);
  const at = Math.min(page, pages - 1);
  return html`
    <div class="choices" ref=${box}>
      <ul>
        ${events.slice(at * size, (at + 1) * size).map(
          (event) => html`<li key=${event.id}><${EventButton} event=${event} /></li>`,
        )}
      </ul>
      ${
        pages > 1 &&
        html`
          <${Press} name="more-events" onPress=${() => setPage((at + 1) % pages)}>
            ${say("event.more", { n: at + 1, of: pages })}
          <//>
        `
      }
    </div>
  `;
}

function isTooTall(box) {
  return [".what-there-is", ".stage"]
    .map((name) => box.closest(name))
    .some((room) => room.scrollHeight > room.clientHeight + 1);
}

function EventButton({ event }) {
  const kiosk = useKiosk();
  const words = useWords();
  const { when, title, note } = eventFace(event, kiosk.desk.clock.iso(), words);
  return html`
    <${Press} name="event-${event.id}" kind="event-choice" onPress=${() => touchEvent(kiosk, event.id)}>
      <span class="when num">${when}</span>
      <span class="what"><b>${title}</b> <span>${note}</span></span>
    <//>
  `;
}
