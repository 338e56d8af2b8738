import { createContext } from "preact";
import { useContext } from "preact/hooks";

export const DeskContext = createContext(null);

export const useDesk = () => useContext(DeskContext);

/** Words of the chosen language; the part is drawn anew when it changes. */
export const useWords = () => useDesk().words.value;
