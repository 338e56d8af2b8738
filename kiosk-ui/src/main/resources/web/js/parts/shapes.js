import { html } from "../html.js";

/** Shape says the tone again: circle, triangle, square; an arrow where something is just missing. */
const PATHS = {
  yes: ["M50 8a42 42 0 1 1 0 84 42 42 0 0 1 0-84z", "M30 52l14 14 27-31"],
  mind: ["M50 11L93 87H7z", "M50 40v22M50 75v.5"],
  no: ["M20 9h60a11 11 0 0 1 11 11v60a11 11 0 0 1-11 11H20A11 11 0 0 1 9 80V20A11 11 0 0 1 20 9z", "M32 50h36"],
  next: ["M12 50h72", "M56 20l30 30-30 30"],
};

export function Shape({ tone }) {
  return html`<svg class="shape" viewBox="0 0 100 100" fill="none" stroke="currentColor" stroke-width="8.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    ${PATHS[tone].map((d) => html`<path d=${d} />`)}
  </svg>`;
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
  return html`<svg class="dot" data-tone=${tone} viewBox="0 0 16 16" aria-hidden="true"><path d=${DOTS[tone]} /></svg>`;
}

/** A card, and its echo: kaiku is the Finnish for echo. */
export function CardAndEcho() {
  return html`<svg class="card-and-echo" viewBox="0 0 640 360" fill="none" aria-hidden="true">
    <g class="echo" stroke-width="14" stroke-linecap="round">
      <path d="M176 92a150 150 0 0 0 0 176" /><path d="M128 58a214 214 0 0 0 0 244" /><path d="M80 24a278 278 0 0 0 0 312" />
      <path d="M464 92a150 150 0 0 1 0 176" /><path d="M512 58a214 214 0 0 1 0 244" /><path d="M560 24a278 278 0 0 1 0 312" />
    </g>
    <rect class="paper" x="202" y="104" width="236" height="152" rx="16" stroke-width="4" />
    <path class="band" d="M218 106h204a14 14 0 0 1 14 14v22H204v-22a14 14 0 0 1 14-14z" />
    <g class="code"><path fill-rule="evenodd" d="M226 164h32v32h-32zm8 8v16h16v-16zM266 164h32v32h-32zm8 8v16h16v-16zM226 204h32v32h-32zm8 8v16h16v-16z" />
      <path d="M266 204h10v10h-10zM286 204h12v10h-12zM276 216h12v10h-12zM266 226h10v10h-10zM290 226h8v10h-8z" /></g>
    <g class="lines" stroke-width="8" stroke-linecap="round"><path d="M322 176h88M322 200h88M322 224h52" /></g>
  </svg>`;
}
