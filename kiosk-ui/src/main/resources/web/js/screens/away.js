import { html } from "../html.js";
import { time } from "../app/dates.js";
import { useDesk, useWords } from "../parts/context.js";
import { CardAndEcho } from "../parts/shapes.js";

/**
 * Starting, connection lost, or no longer let in: nothing of the station is shown, as it may be
 * old.
 */
export function Away() {
  const { link, lostAt } = useDesk().state.value;
  const words = useWords();
  return html`
    <main class="away" data-away=${link}>
      <${CardAndEcho} />
      <h1 tabindex="-1" data-scene-heading>${words.say(`link.${link}.title`)}</h1>
      <p>${words.say(`link.${link}.why`)}</p>
      <p class="soft">${words.say(`link.${link}.now`)}</p>
      ${
        link === "lost" &&
        lostAt &&
        html`
          <p class="soft num">${words.say("link.since", { time: time(lostAt, words.language) })}</p>
        `
      }
    </main>
  `;
}
