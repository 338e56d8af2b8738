import { html } from "../html.js";
import { typeId } from "../app/actions.js";
import { useDesk, useWords } from "./context.js";

const LOOK_ALIKE = /[0OQ1ILB8S5Z2]/;

/**
 * R2: look-alikes of a typed id that are usable cards. The clerk compares; nothing is taken by
 * itself.
 */
export function Suggestions({ ids }) {
  const desk = useDesk();
  const { say } = useWords();
  return html`
    <div class="suggestions">
      <h2 class="section">${say("visit.suggestions")}</h2>
      <p class="soft">${say("visit.suggestionsHow")}</p>
      <ul>
        ${ids.map(
          (id) => html`
            <li>
              <button type="button" class="id" data-suggestion onClick=${() => typeId(desk, id)}>
                ${[...id].map((sign) =>
                  LOOK_ALIKE.test(sign)
                    ? html`
                        <mark>${sign}</mark>
                      `
                    : sign,
                )}
              </button>
            </li>
          `,
        )}
      </ul>
    </div>
  `;
}
