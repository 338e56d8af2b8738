import { computed } from "@preact/signals";
import easy from "/i18n/kiosk/fi-easy.json" with { type: "json" };
import en from "/i18n/kiosk/en.json" with { type: "json" };
import fi from "/i18n/kiosk/fi.json" with { type: "json" };
import sv from "/i18n/kiosk/sv.json" with { type: "json" };
import { createWords } from "../app/words.js";

/** `lang` is what a voice reads it as: easy Finnish is Finnish. */
export const LANGUAGES = Object.freeze({
  fi: { name: "Suomi", lang: "fi", words: fi },
  "fi-easy": { name: "Selko\u00adsuomi", lang: "fi", words: easy },
  sv: { name: "Svenska", lang: "sv", words: sv },
  en: { name: "English", lang: "en", words: en },
});

/** The house's own, in its order; easy Finnish beside Finnish. */
export function languagesOf(terminal) {
  const own = terminal?.languages ?? ["fi", "sv", "en"];
  return own.flatMap((language) => (language === "fi" ? ["fi", "fi-easy"] : [language]));
}

/** The words of the visit's language, or the house's first. */
export function wordsOf(language, terminal) {
  const all = Object.fromEntries(
    Object.entries(LANGUAGES).map(([code, { lang, words }]) => [
      code,
      { ...createWords(lang, words), code },
    ]),
  );
  return computed(() => {
    const offered = languagesOf(terminal.value);
    return all[offered.includes(language.value) ? language.value : offered[0]];
  });
}
