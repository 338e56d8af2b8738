import { effect, signal } from "@preact/signals";

/**
 * Wishes for this screen only, kept in the browser; what cannot be read or kept is left at its
 * default.
 */
const KEY = "kaiku.settings";
const DEFAULTS = { language: null, theme: "auto", sound: true, type: 1, mm: null, demo: null };
const ALLOWED = {
  language: (v) => v === null || ["fi", "sv", "en"].includes(v),
  theme: (v) => ["auto", "light", "dark"].includes(v),
  sound: (v) => typeof v === "boolean",
  type: (v) => [1, 1.2, 1.4].includes(v),
  mm: (v) => v === null || (v >= 2 && v <= 20),
  demo: (v) => v === null || typeof v === "boolean",
};

export function createSettings(storage) {
  const settings = signal(read(storage));
  return {
    all: settings,
    set(change) {
      settings.value = { ...settings.value, ...change };
      try {
        storage.setItem(KEY, JSON.stringify(settings.value));
      } catch {
        // A browser that keeps nothing: the wish holds until the page is closed.
      }
    },
  };
}

function read(storage) {
  try {
    const kept = Object.entries(JSON.parse(storage.getItem(KEY)) ?? {});
    return {
      ...DEFAULTS,
      ...Object.fromEntries(kept.filter(isAllowed)),
    };
  } catch {
    return DEFAULTS;
  }
}

function isAllowed([name, value]) {
  return Object.hasOwn(ALLOWED, name) && ALLOWED[name](value);
}

/** Puts theme, text size and the panel's millimetre on the page, now and whenever they change. */
export function applySettings(settings, page, prefersDark) {
  const dark = signal(prefersDark.matches);
  prefersDark.addEventListener("change", (event) => (dark.value = event.matches));
  effect(() => {
    const { theme, type, mm } = settings.all.value;
    page.dataset.theme = theme === "auto" ? (dark.value ? "dark" : "light") : theme;
    page.style.setProperty("--type", String(type));
    if (mm === null) page.style.removeProperty("--mm");
    else page.style.setProperty("--mm", `${mm}px`);
  });
}
