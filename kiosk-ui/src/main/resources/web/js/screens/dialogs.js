import { html } from "../html.js";
import { useDesk } from "../parts/context.js";
import { EventDialog } from "./event-dialog.js";
import { HelpDialog } from "./help-dialog.js";
import { ReplaceDialog } from "./replace-dialog.js";
import { RowDialog } from "./row-dialog.js";
import { SettingsDialog } from "./settings-dialog.js";
import { StatusDialog } from "./status-dialog.js";
import { TodayDialog } from "./today-dialog.js";
import { TypingDialog } from "./typing-dialog.js";

const DIALOGS = {
  event: EventDialog,
  help: HelpDialog,
  replace: ReplaceDialog,
  row: RowDialog,
  settings: SettingsDialog,
  status: StatusDialog,
  today: TodayDialog,
  typing: TypingDialog,
};

/** The one open dialog, if any. */
export function Dialogs() {
  const desk = useDesk();
  const dialog = desk.dialog.value;
  if (!dialog) return null;
  const close = () => {
    if (desk.dialog.value?.name === dialog.name) desk.dialog.value = null;
  };
  return html`
    <${DIALOGS[dialog.name]} key=${dialog.name} dialog=${dialog} close=${close} />
  `;
}
