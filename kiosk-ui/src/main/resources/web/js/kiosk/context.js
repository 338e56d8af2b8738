import { createContext } from "preact";
import { useContext } from "preact/hooks";

export const KioskContext = createContext(null);

export const useKiosk = () => useContext(KioskContext);

/** Words of the visit's language; the part is drawn anew when it changes. */
export const useWords = () => useKiosk().desk.words.value;
