import { html } from "../html.js";
import { open, openEvents } from "../app/commands.js";
import { time } from "../app/dates.js";
import { useDesk, useWords } from "../parts/context.js";
import { KeyHint } from "../parts/key-hint.js";
import { PrintQuestion } from "../parts/print-question.js";
import { CardAndEcho, Shape } from "../parts/shapes.js";
import { UndoButton, useUndoSeconds } from "../parts/undo-button.js";

/**
 * Between customers: what was just given (and can be undone), what is asked about paper, and the
 * call for the next card.
 */
export function RestScene() {
  const desk = useDesk();
  const { questions, lastIssue } = desk.state.value.station;
  const given = useUndoSeconds() > 0;
  const alone = !given && questions.length === 0;
  return html`
    <div class="rest" data-alone=${alone}>
      ${
        given &&
        html`
          <${Given} issue=${lastIssue} />
        `
      }
      ${
        questions.length > 0 &&
        html`
          <${PrintQuestion} question=${questions[0]} heads=${!given} />
        `
      }
      <${Call} alone=${alone} />
    </div>
  `;
}

function Given({ issue }) {
  const words = useWords();
  const news = paperNews(useDesk().state.value.station, words);
  return html`
    <div class="given" data-given>
      <${Shape} tone="yes" />
      <h1 tabindex="-1" data-scene-heading>${words.say("issue.given", { n: issue.tickets })}</h1>
      <p class="facts">
        <span>${words.say("issue.at", { time: time(issue.at, words.language) })}</span>
        ${
          news &&
          html`
            <span>${news}</span>
          `
        }
      </p>
      <${UndoButton} />
    </div>
  `;
}

/** Nothing while it is asked whether a ticket came out: then nobody knows. */
function paperNews({ status: { printer, waitingTickets }, questions }, { say }) {
  if (printer.state === "none") return say("issue.noPrinter");
  if (waitingTickets === 0) return questions.length === 0 && say("issue.printed");
  return say(printer.state === "working" ? "issue.printing" : "issue.waiting", {
    n: waitingTickets,
  });
}

function Call({ alone }) {
  const desk = useDesk();
  const { say } = useWords();
  const { event } = desk.state.value.station;
  const title = alone
    ? html`
        <h1 tabindex="-1" data-scene-heading>${say("idle.title")}</h1>
      `
    : html`
        <h2>${say("issue.nextCard")}</h2>
      `;
  return html`
    <div class="call">
      <${CardAndEcho} />
      ${title}
      ${
        alone &&
        html`
          <p class="soft">${say("idle.how")}</p>
        `
      }
      <div class="call-actions">
        ${
          !event &&
          html`
            <button type="button" class="primary" onClick=${() => openEvents(desk)}>
              ${say("idle.chooseEvent")}
              <${KeyHint} name="F3" />
            </button>
          `
        }
        <button
          type="button"
          data-open-typing
          onClick=${() => open(desk, { name: "typing", text: "" })}
        >
          ${say("idle.type")}
          <${KeyHint} name="F2" />
        </button>
      </div>
    </div>
  `;
}
