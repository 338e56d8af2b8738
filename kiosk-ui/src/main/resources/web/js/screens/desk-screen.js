import { html } from "../html.js";
import { useDesk, useWords } from "../parts/context.js";
import { Header } from "../parts/header.js";
import { Attention } from "../parts/attention.js";
import { StatusStrip } from "../parts/status-strip.js";
import { TodayAside } from "../parts/today-aside.js";
import { ClockScene } from "./clock-scene.js";
import { NoticeScene } from "./notice-scene.js";
import { RestScene } from "./rest-scene.js";
import { VisitScene } from "./visit-scene.js";

const SCENES = { visit: VisitScene, notice: NoticeScene, clock: ClockScene, rest: RestScene };

/** The desk as it stands: what tickets go to, the customer, today, the devices. */
export function DeskScreen() {
  const { name } = useDesk().scene.value;
  const { say } = useWords();
  return html`
    <${Header} />
    <main class="floor">
      <section class="stage" data-stage aria-label=${say("aria.visit")}>
        <${Attention} />
        <${SCENES[name]} />
      </section>
      <${TodayAside} />
    </main>
    <${StatusStrip} />
  `;
}
