import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { ToldInDialog } from "./attention.js";
import { useWords } from "./context.js";

/** Where there is just text, the text has the focus, and arrows scroll it. */
const READING = { tabindex: 0, role: "group", "data-first": true, "data-reading": true };

/**
 * A modal dialog on the browser's own <dialog>: focus stays in it and goes back where it was.
 * Closing is always the caller's: Esc, the close button and a touch beside it all ask for it.
 */
export function Dialog({ name, title, onClose, wide = false, reading = false, children, actions }) {
  const { say } = useWords();
  const box = useRef(null);
  const open = useRef(true);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog.showModal();
    (dialog.querySelector("[data-first]") ?? dialog.querySelector("h2")).focus();
    return () => {
      open.current = false;
      dialog.close();
    };
  }, []);
  const close = (event) => {
    event?.preventDefault();
    if (open.current) onClose();
  };
  const beside = (event) => event.target === box.current && close(event);
  return html`
    <dialog
      ref=${box}
      class="dialog ${wide ? "wide" : ""}"
      data-dialog=${name}
      aria-labelledby="${name}-title"
      onCancel=${close}
      onClose=${close}
      onClick=${beside}
    >
      <div class="dialog-body">
        <header>
          <h2 id="${name}-title" tabindex="-1">${title}</h2>
          <button type="button" class="quiet" data-close onClick=${close}>
            ${say("close")}
            <kbd aria-hidden="true">${say("key.esc")}</kbd>
          </button>
        </header>
        <${ToldInDialog} />
        <div
          class="dialog-content"
          aria-labelledby=${reading ? `${name}-title` : null}
          ...${reading ? READING : {}}
        >
          ${children}
        </div>
        ${
          actions &&
          html`
            <footer>${actions}</footer>
          `
        }
      </div>
    </dialog>
  `;
}
