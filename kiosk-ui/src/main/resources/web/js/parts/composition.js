import { html } from "../html.js";
import { childrenOf, choicesOf, withChildren, withCount } from "../app/choices.js";
import { day } from "../app/dates.js";
import { choose } from "../app/visit-calls.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";
import { PersonRow, Stepper } from "./stepper.js";

/**
 * Who comes: the holder and children, or a community card's people, and assistants. Numbers
 * pressed show at once; what they give is the daemon's word.
 */
export function Composition({ visit }) {
  const desk = useDesk();
  const choices = desk.choosing.value ?? choicesOf(visit);
  const community = visit.cards.find((card) => card.kind === "community");
  return html`
    <div class="people" data-people>
      ${
        community
          ? html`
              <${CommunityPeople} visit=${visit} community=${community} choices=${choices} />
            `
          : html`
              <${Holder} visit=${visit} card=${visit.cards[0]} choices=${choices} />
            `
      }
      ${
        visit.offer?.tickets > 0 &&
        html`
          <${Helpers} choices=${choices} />
        `
      }
    </div>
  `;
}

function Holder({ visit, card, choices }) {
  const { say } = useWords();
  const { event } = useDesk().state.value.station;
  const thing = say(`thing.${event?.kind ?? "performance"}`);
  const note = say("visit.holderNote", { thing: capital(thing) });
  return html`
    <${PersonRow} title=${say("visit.holder")} note=${note}>
      <b class="num count-alone">${visit.offer?.adults ?? 0}</b>
    </${PersonRow}>
    <${ChildrenRow} card=${card} choices=${choices} />`;
}

function ChildrenRow({ card, choices }) {
  const desk = useDesk();
  const { say } = useWords();
  const { childrenUnder } = desk.state.value.station.policy;
  const label = say("visit.children", { under: childrenUnder });
  const max = card.childrenMax;
  const note = max > 0 ? say("visit.childrenNote", { n: max }) : say("visit.childrenNone");
  return html`<${PersonRow} title=${label} note=${note} className=${max > 0 ? "" : "unavailable"}>
    ${
      max > 0
        ? html`
            <${Stepper}
              id="children-${card.ref}"
              label=${label}
              count=${childrenOf(choices, card.ref)}
              max=${max}
              onStep=${(by) => choose(desk, (c) => withChildren(c, card.ref, by, max))}
            />
          `
        : html`
            <b class="num count-alone">0</b>
          `
    }
  </${PersonRow}>`;
}

function CommunityPeople({ visit, community, choices }) {
  const desk = useDesk();
  const { say } = useWords();
  const { clientsUnder } = desk.state.value.station.policy;
  const label = say("visit.clients", { under: clientsUnder });
  const clients = visit.cards.filter((card) => card !== community);
  return html`
    <${CardRow}
      card=${community}
      title=${say("visit.employee")}
      note=${say("visit.employeeNote")}
    />
    ${clients.map(
      (card) => html`
        <${CardRow}
          key=${card.ref}
          card=${card}
          title=${say("visit.clientCard")}
          choices=${choices}
        />
      `,
    )}
    ${
      visit.code !== "BRING_CLIENT" &&
      html`
        <p class="hint">${say("visit.scanMore")}</p>
      `
    }
    ${
      visit.offer &&
      html`<${PersonRow} title=${label} note=${say("visit.clientsNote")}>
      <${Stepper}
        id="clients"
        label=${label}
        count=${choices.clientsUnder16}
        onStep=${(by) => choose(desk, (c) => withCount(c, "clientsUnder16", by))}
      />
    </${PersonRow}>`
    }
  `;
}

/** One card of a community's visit: its own tone, and its children where it has any. */
function CardRow({ card, title, note, choices }) {
  const words = useWords();
  const good = card.tone === "yes";
  const state = good
    ? card.validUntil && words.say("until", { until: day(card.validUntil, words.language) })
    : words.say(`verdict.${card.code}.title`, { left: "" });
  const small = [
    words.say("tail", { tail: card.tail }),
    card.typed && words.say("visit.typed"),
    state,
    note,
  ]
    .filter(Boolean)
    .join(" · ");
  return html`
    <div class="person card-row" data-card=${card.ref} data-tone=${card.tone}>
      <${Dot} tone=${card.tone} />
      <div>
        <b>${title}</b>
        <small>${small}</small>
      </div>
      <b class="num count-alone">${card.tone === "no" ? 0 : 1}</b>
    </div>
    ${
      choices &&
      card.tone !== "no" &&
      card.childrenMax > 0 &&
      html`
        <${ChildrenRow} card=${card} choices=${choices} />
      `
    }
  `;
}

/**
 * R17, R18: always free, counted here, sent nowhere, no proof asked for; but belonging to somebody
 * who gets a ticket.
 */
function Helpers({ choices }) {
  const desk = useDesk();
  const { say } = useWords();
  const row = (field, label) => html`
    <${PersonRow} title=${label} note=${say("visit.helperNote")}>
      <${Stepper}
        id=${field}
        label=${label}
        count=${choices[field]}
        onStep=${(by) => choose(desk, (c) => withCount(c, field, by))}
      />
    </${PersonRow}>
  `;
  return html`
    <div class="helpers">
      ${row("assistants", say("visit.assistant"))} ${row("interpreters", say("visit.interpreter"))}
    </div>
  `;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
