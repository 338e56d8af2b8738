import { html } from "../html.js";
import { dismissNotice } from "../app/actions.js";
import { open } from "../app/commands.js";
import { noticeWords } from "../app/notice-words.js";
import { useDesk, useWords } from "../parts/context.js";
import { KeyHint } from "../parts/key-hint.js";
import { Advice, Verdict } from "../parts/verdict.js";

/** A scan that was no card (R3): said in plain words, kept nowhere. */
export function NoticeScene() {
  const desk = useDesk();
  const words = useWords();
  const told = noticeWords(desk.state.value.station.notice, words);
  return html`
    <${Verdict} tone="mind" code=${told.code} title=${told.title} facts=${[told.why]} />
    <div class="stage-body">
      <${Advice} now=${told.now} say=${told.say} />
    </div>
    <footer class="act">
      <button type="button" onClick=${() => open(desk, { name: "typing", text: "" })}>
        ${words.say("idle.type")}
        <${KeyHint} name="F2" />
      </button>
      <button
        type="button"
        class="primary"
        data-primary
        data-dismiss
        onClick=${() => dismissNotice(desk)}
      >
        ${words.say("notice.ok")}
        <${KeyHint} name="enter" />
      </button>
    </footer>
  `;
}
