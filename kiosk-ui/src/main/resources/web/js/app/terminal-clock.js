import { helsinki } from "./dates.js";

/**
 * The daemon's time, carried on by a monotonic count: the browser's own clock is never asked.
 * @param monotonic milliseconds that never jump, performance.now
 */
export function createTerminalClock(monotonic) {
  let epoch = null;
  let at = 0;
  return {
    /** The daemon said that it is now this. */
    set(iso) {
      epoch = Date.parse(iso);
      at = monotonic();
    },
    /** Milliseconds since 1970, null before the first word of the daemon. */
    now: () => (epoch === null ? null : epoch + monotonic() - at),
    /** ISO 8601 in Helsinki, without offset. */
    iso: () => (epoch === null ? null : helsinki(epoch + monotonic() - at)),
  };
}

/** Whole seconds until an instant, counted up so that "0" means over. */
export function secondsUntil(iso, now) {
  return Math.max(0, Math.ceil((Date.parse(iso) - now) / 1000));
}
