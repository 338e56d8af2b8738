import { useRef, useState } from "preact/hooks";
import { html } from "../html.js";
import { typeId } from "../app/actions.js";
import { useDesk, useWords } from "../parts/context.js";
import { Dialog } from "../parts/dialog.js";
import { KeyHint } from "../parts/key-hint.js";
import { Keypad } from "../parts/keypad.js";

const ID_LENGTH = 10;
const LENGTH_MAX = 64;

/**
 * An id by hand: keyboard or the keypad on the page. What is typed lives in here only, until it is
 * sent or dropped.
 */
export function TypingDialog({ dialog, close }) {
  const desk = useDesk();
  const { say } = useWords();
  const [sending, setSending] = useState(false);
  const field = useRef(null);
  const text = dialog.text;
  const write = (next) =>
    (desk.dialog.value = {
      name: "typing",
      text: next.slice(0, LENGTH_MAX).toUpperCase(),
      halfDone: next ? "typing.title" : null,
    });
  const count = text.replace(/[\s-]/g, "").length;
  const check = async (event) => {
    event.preventDefault();
    if (count === 0 || sending) return;
    setSending(true);
    desk.dialog.value = { ...dialog, halfDone: null };
    if (await typeId(desk, text)) close();
    setSending(false);
  };
  const press = (sign) => {
    write(sign === "back" ? text.slice(0, -1) : sign === "clear" ? "" : text + sign);
    field.current.focus();
  };
  return html`<${Dialog} name="typing" title=${say("typing.title")} onClose=${close} wide>
    <form class="typing" onSubmit=${check}>
      <p class="soft" id="typing-how">${say("typing.how")}</p>
      <div class="typing-line">
        <input
          ref=${field}
          data-first
          class="id"
          aria-label=${say("typing.label")}
          aria-describedby="typing-how"
          value=${text}
          onInput=${(e) => write(e.target.value)}
          inputmode="none"
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck=${false}
          maxlength=${LENGTH_MAX}
        />
        <span class="num typed-count" data-full=${count === ID_LENGTH}>
          ${say("typing.count", { n: count })}
        </span>
      </div>
      <${Keypad} onPress=${press} />
      <button type="submit" class="primary" data-check aria-disabled=${count === 0 || sending}>
        ${say("typing.check")} <${KeyHint} name="enter" />
      </button>
    </form>
  </${Dialog}>`;
}
