import { html } from "../html.js";
import { useWords } from "./context.js";

/** A key's name beside what it does. */
export function KeyHint({ name }) {
  const { say, has } = useWords();
  return html`
    <kbd aria-hidden="true">${has(`key.${name}`) ? say(`key.${name}`) : name}</kbd>
  `;
}
