import { callStaff } from "./kiosk-calls.js";

/** "Call staff": the visit goes on behind it. */
export function askForStaff(kiosk) {
  kiosk.panel.value = "call";
  void callStaff(kiosk);
}

/** Nobody has gone: the visit goes on, with as much quiet time as a slow reader needs. */
export function askForTime(kiosk) {
  kiosk.idle.more();
  kiosk.warning.value = null;
}
