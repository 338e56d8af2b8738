import { html } from "../html.js";
import { replace } from "../app/actions.js";
import { useDesk, useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";

/** R21: the earlier one was a mistake. Asked once more, as printed tickets have to come back. */
export function ReplaceDialog({ close }) {
  const desk = useDesk();
  const { say } = useWords();
  const visit = desk.visit.value;
  const tickets = say("tickets", { n: visit?.offer?.tickets ?? 0 });
  const sure = () => {
    close();
    void replace(desk);
  };
  const actions = html`
    <button type="button" data-first onClick=${close}>${say("row.keep")}</button>
    <button type="button" class="primary" data-sure aria-disabled=${!visit?.offer} onClick=${sure}>
      ${say("used.replace")}
    </button>
  `;
  const title = say("used.replaceAsk");
  return html`<${Dialog} name="replace" title=${title} onClose=${close} actions=${actions}>
    <p>${say("used.replaceSure", { tickets })}</p>
  </${Dialog}>`;
}
