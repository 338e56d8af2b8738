import { html } from "../html.js";

/** Terms of an event on one line, or on as many as it takes: each stays whole, none is cut. */
export function Terms({ terms, noneLeft = false }) {
  return html`
    <small class="event-terms" data-none-left=${noneLeft}>
      ${terms.map(
        ([kind, text]) => html`
          <span data-term=${kind}>${text}</span>
        `,
      )}
    </small>
  `;
}
