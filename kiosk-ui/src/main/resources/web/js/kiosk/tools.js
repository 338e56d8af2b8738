import { html } from "../html.js";
import { useKiosk, useWords } from "./context.js";
import { Press } from "./press.js";
import { WISHES } from "./wishes.js";

/** What makes the screen easier, each on its own; all of it ends with the visit. */
export function Tools() {
  const { wishes } = useKiosk();
  const { say } = useWords();
  return html`
    <div class="tools">
      ${WISHES.map(
        (name) => html`
          <${Press}
            key=${name}
            name="wish-${name}"
            kind="wish-${name}"
            pressed=${wishes.all.value[name]}
            onPress=${() => wishes.toggle(name)}
          >
            ${say(`easier.${name}`)}
          <//>
        `,
      )}
    </div>
  `;
}
