import { html } from "../html.js";
import { announcementOf } from "../app/announcement.js";
import { useDesk, useWords } from "./context.js";

/**
 * The page's two voices for a screen reader: one waits its turn, one does not. The heading itself
 * is read by its focus.
 */
export function Announcer() {
  const desk = useDesk();
  const { polite, urgent } = announcementOf(desk, useWords());
  return html`
    <div class="out-of-sight" role="status" data-polite>${polite}</div>
    <div class="out-of-sight" role="alert" data-urgent>${urgent}</div>
  `;
}
