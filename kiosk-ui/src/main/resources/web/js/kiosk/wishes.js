import { effect, signal } from "@preact/signals";

/**
 * What makes the screen easier for this customer. Lives for one visit, is stored nowhere: the next
 * one begins with the house's own look.
 */
export const WISHES = Object.freeze(["large", "contrast", "calm", "low", "mirror"]);
const NONE = Object.freeze(Object.fromEntries(WISHES.map((name) => [name, false])));

export function createWishes() {
  const all = signal(NONE);
  return {
    all,
    toggle: (name) => (all.value = { ...all.value, [name]: !all.value[name] }),
    reset: () => (all.value = NONE),
  };
}

/** Puts them on the page, now and whenever they change. */
export function applyWishes(wishes, page) {
  effect(() => {
    const { contrast, ...others } = wishes.all.value;
    page.dataset.theme = contrast ? "contrast" : "light";
    for (const [name, on] of Object.entries(others)) page.toggleAttribute(`data-${name}`, on);
  });
}

/** The panel as the technician measured it; what is missing is guessed by the style sheet. */
export function applyScreen({ pxPerMm, viewingDistanceMm } = {}, page) {
  if (pxPerMm) page.style.setProperty("--mm", `${pxPerMm}px`);
  if (viewingDistanceMm) page.style.setProperty("--distance", String(viewingDistanceMm));
}
