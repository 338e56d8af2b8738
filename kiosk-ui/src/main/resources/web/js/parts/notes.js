import { html } from "../html.js";
import { useDesk, useWords } from "./context.js";
import { Dot } from "./shapes.js";

/** Of the tickets themselves: nobody's business where none are given. */
const OF_TICKETS = new Set(["SERVICE_FEE", "AGENT_SALE"]);

/** R23: said before the sale. */
const FIRST = "SERVICE_FEE";

/**
 * What a clerk should know before giving the tickets; needs no answer. An unverified card says of
 * the registry itself.
 */
export function Notes({ visit, args }) {
  const desk = useDesk();
  const { say } = useWords();
  const old = desk.state.value.carriedOver === visit.scanId;
  const notes = visit.notes
    .filter(
      (note) =>
        !(note === "REGISTRY_STALE" && visit.code === "UNVERIFIED_CARD") &&
        !(OF_TICKETS.has(note) && visit.offer === null),
    )
    .toSorted((a, b) => (b === FIRST) - (a === FIRST));
  if (!old && notes.length === 0) return null;
  return html`
    <ul class="notes">
      ${
        old &&
        html`
          <li data-note="CARRIED_OVER" data-tone="mind">
            <${Dot} tone="mind" />
            <span>${say("visit.carriedOver")}</span>
          </li>
        `
      }
      ${notes.map(
        (note) => html`
          <li data-note=${note} data-tone="next">
            <${Dot} tone="next" />
            <span>
              <b>${say(`note.${note}.title`, args)}.</b>
              ${" "} ${say(`note.${note}.why`, args)}${" "}
              ${
                notes.length === 1 &&
                html`
                  <span class="note-now">${say(`note.${note}.now`, args)}</span>
                `
              }
            </span>
          </li>
        `,
      )}
    </ul>
  `;
}
