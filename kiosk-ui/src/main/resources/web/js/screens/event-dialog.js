import { html } from "../html.js";
import { useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";
import { EventList } from "../parts/event-list.js";

export function EventDialog({ close }) {
  const { say } = useWords();
  return html`<${Dialog} name="event" title=${say("event.choose")} onClose=${close} wide>
    <${EventList} heading="h3" onChosen=${close} takesFocus />
  </${Dialog}>`;
}
