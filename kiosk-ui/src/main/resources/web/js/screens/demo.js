import { useEffect, useState } from "preact/hooks";
import { html } from "../html.js";
import { attempt } from "../app/desk.js";
import { useDesk, useWords } from "../parts/context.js";

const LOOK_MS = 1_500;
/** Where the panel takes the whole screen (demo.css). */
const SMALL = matchMedia("(max-width: 1100px) and (max-height: 1199.98px)");
const CONDITIONS = ["paper-out", "cover-open", "offline", "dies-mid-job"];

/**
 * The demo's bench: sample cards to scan, the printer's moods, the tickets as pictures. Not a part
 * of the product, and looks it.
 */
export function Demo() {
  const desk = useDesk();
  const { say } = useWords();
  const shown = desk.settings.all.value.demo ?? !SMALL.matches;
  const station = desk.terminal.value.stations.find(
    (one) => one.name === desk.state.value.station.station,
  );
  const show = (demo) => () => desk.settings.set({ demo });
  if (!shown)
    return html`
      <button type="button" class="demo-open" data-demo-open onClick=${show(true)}>
        ${say("demo.open")}
      </button>
    `;
  return html`
    <aside class="demo" aria-label=${say("demo.title")} data-demo>
      <header>
        <h2>${say("demo.title")}</h2>
        <button type="button" onClick=${show(false)}>${say("demo.close")}</button>
      </header>
      <p>${say("demo.about")}</p>
      ${
        station?.scanner &&
        html`
          <${Scanner} scanner=${station.scanner} />
        `
      }
      ${
        station?.printer &&
        html`
          <${Printer} name=${station.printer} />
        `
      }
    </aside>
  `;
}

function Scanner({ scanner }) {
  const desk = useDesk();
  const { say, has } = useWords();
  const [cards, setCards] = useState([]);
  useEffect(
    () =>
      void desk.calls.get("/ui/demo/cards").then(
        (answer) => setCards(answer.cards),
        () => setCards([]),
      ),
    [],
  );
  const scan = (text) => {
    leaveToDesk();
    if (SMALL.matches) desk.settings.set({ demo: false });
    return attempt(desk, () => desk.calls.post("/ui/demo/scan", { scanner, text, aim: "]Q1" }));
  };
  const name = (code) => say(has(`demo.cards.${code}`) ? `demo.cards.${code}` : "demo.cards.other");
  return html`
    <section>
      <h3>${say("demo.scanner")}</h3>
      <ul class="demo-cards">
        ${cards.map(
          ({ code, text }) => html`
            <li>
              <button type="button" data-demo-card=${code} onClick=${() => scan(text)}>
                ${name(code)}
                <small>…${text.slice(-3)}</small>
              </button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

function Printer({ name }) {
  const desk = useDesk();
  const { say } = useWords();
  const [printer, setPrinter] = useState({ conditions: [], tickets: [] });
  const path = `/ui/demo/printers/${encodeURIComponent(name)}`;
  useEffect(() => {
    const look = () => desk.calls.get(path).then(setPrinter, () => {});
    void look();
    const again = setInterval(look, LOOK_MS);
    return () => clearInterval(again);
  }, [path]);
  const toggle = async (condition) => {
    const has = printer.conditions.includes(condition);
    const conditions = has
      ? printer.conditions.filter((one) => one !== condition)
      : [...printer.conditions, condition];
    const answer = await attempt(desk, () => desk.calls.post(path, { conditions }));
    if (answer) setPrinter(answer);
  };
  return html`
    <section>
      <h3>${say("demo.printer")}</h3>
      <div class="demo-conditions">
        ${CONDITIONS.map(
          (one) => html`
            <button
              type="button"
              data-demo-condition=${one}
              aria-pressed=${printer.conditions.includes(one)}
              onClick=${(event) => {
                if (event.detail > 0) leaveToDesk();
                void toggle(one);
              }}
            >
              ${say(`demo.conditions.${one}`)}
            </button>
          `,
        )}
      </div>
      <h3>${say("demo.tickets")}</h3>
      ${
        printer.tickets.length === 0 &&
        html`
          <p>${say("demo.noTickets")}</p>
        `
      }
      <ol class="demo-tickets">
        ${printer.tickets.map(
          ({ number, complete }) => html`
            <li key=${number} data-demo-ticket=${number}>
              <img
                src="${path}/tickets/${number}.png"
                alt=${say("demo.ticket", { n: number })}
                loading="lazy"
              />
              ${
                !complete &&
                html`
                  <small>${say("demo.incomplete")}</small>
                `
              }
            </li>
          `,
        )}
      </ol>
    </section>
  `;
}

/** The keyboard is the desk's: after a scan or a click here, Enter must not press this again. */
function leaveToDesk() {
  document.querySelector("[data-scene-heading]")?.focus({ preventScroll: true });
}
