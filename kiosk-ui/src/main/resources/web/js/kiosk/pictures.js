import { html } from "../html.js";

const PEN = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 5,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
  "aria-hidden": "true",
};

/** Two people talking: somebody is there to help. */
export function Hand() {
  return html`
    <svg class="drawn" viewBox="0 0 120 100" ...${PEN}>
      <circle cx="36" cy="34" r="15" />
      <path d="M10 88c0-20 11-32 26-32s26 12 26 32" />
      <path d="M68 18h34a10 10 0 0 1 10 10v18a10 10 0 0 1-10 10H84L72 68V56h-4a6 6 0 0 1-6-6V24" />
      <path d="M80 37h.5M90 37h.5M100 37h.5" stroke-width="7" />
    </svg>
  `;
}

/** A ticket on its way out of the printer. */
export function Paper() {
  return html`
    <svg class="drawn" viewBox="0 0 120 100" ...${PEN}>
      <path d="M22 12h76a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H22a8 8 0 0 1-8-8V20a8 8 0 0 1 8-8z" />
      <path d="M32 34h56" />
      <path class="sheet" d="M38 34v54l7-5 7 5 8-5 8 5 7-5 7 5V34" />
      <path d="M50 52h20M50 64h14" />
    </svg>
  `;
}
