import { html } from "../html.js";

/**
 * Shape says the tone again: circle, triangle, square; an arrow where something is just missing.
 */
const PATHS = {
  yes: ["M50 8a42 42 0 1 1 0 84 42 42 0 0 1 0-84z", "M30 52l14 14 27-31"],
  mind: ["M50 11L93 87H7z", "M50 40v22M50 75v.5"],
  no: [
    "M20 9h60a11 11 0 0 1 11 11v60a11 11 0 0 1-11 11H20A11 11 0 0 1 9 80V20A11 11 0 0 1 20 9z",
    "M32 50h36",
  ],
  next: ["M12 50h72", "M56 20l30 30-30 30"],
};

export function Shape({ tone }) {
  return html`
    <svg
      class="shape"
      viewBox="0 0 100 100"
      fill="none"
      stroke="currentColor"
      stroke-width="8.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      ${PATHS[tone].map(
        (d) => html`
          <path d=${d} />
        `,
      )}
    </svg>
  `;
}

/** The same shapes, small and filled, for lights and rows. */
const DOTS = {
  ok: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z",
  yes: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z",
  mind: "M8 1.5L15.5 14.5H.5z",
  no: "M3 2h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z",
  next: "M1 6.5h7V2l7 6-7 6V9.500H1z",
  none: "M2 7h12v2H2z",
};

export function Dot({ tone }) {
  return html`
    <svg class="dot" data-tone=${tone} viewBox="0 0 16 16" aria-hidden="true">
      <path d=${DOTS[tone]} />
    </svg>
  `;
}

/** A card, and its echo: kaiku is the Finnish for echo. */
export function CardAndEcho() {
  return html`
    <svg class="card-and-echo" viewBox="0 0 640 360" fill="none" aria-hidden="true">
      <g class="echo" stroke-width="12" stroke-linecap="round">
        <path
          d="M170 96a146 146 0 0 0 0 168M126 60a206 206 0 0 0 0 240M82 24a266 266 0 0 0 0 312"
        />
        <path
          d="M470 96a146 146 0 0 1 0 168M514 60a206 206 0 0 1 0 240M558 24a266 266 0 0 1 0 312"
        />
      </g>
      <g transform="rotate(-4 320 180)">
        <rect class="paper" x="196" y="100" width="248" height="160" rx="16" stroke-width="3" />
        <path class="band" d="M212 100h216a16 16 0 0 1 16 16v36H196v-36a16 16 0 0 1 16-16z" />
        <g class="waves" stroke-width="6" stroke-linecap="round">
          <path d="M216 119v14M227 115a15 15 0 0 1 0 22M238 110a24 24 0 0 1 0 32" />
        </g>
        <g class="code">
          <path
            fill-rule="evenodd"
            d="M218 172h30v30h-30zm8 8v14h14v-14zM256 172h30v30h-30zm8 8v14h14v-14z
               M218 210h30v30h-30zm8 8v14h14v-14z"
          />
          <path
            d="M256 210h9v9h-9zM274 210h12v9h-12zM265 221h12v9h-12zM256 231h9v9h-9zM279 231h7v9h-7z"
          />
        </g>
        <g class="lines" stroke-width="8" stroke-linecap="round">
          <path d="M312 182h104M312 206h104M312 230h60" />
        </g>
      </g>
    </svg>
  `;
}
