/** Date and time as five numbers that a finger can step. Pure. */
export const LIMITS = {
  day: [1, 31],
  month: [1, 12],
  year: [2024, 2099],
  hour: [0, 23],
  minute: [0, 59],
};

/** @param iso 2026-11-23T18:42... */
export function fieldsOf(iso) {
  const [year, month, day, hour, minute] = iso.slice(0, 16).split(/[-T:]/).map(Number);
  return { day, month, year: clamp(year, LIMITS.year), hour, minute };
}

/** One up or down; from the end it goes on at the beginning, but for the year. */
export function stepped(name, value, by) {
  const [min, max] = LIMITS[name];
  if (name === "year") return clamp(value + by, LIMITS.year);
  return value + by > max ? min : value + by < min ? max : value + by;
}

export function dateExists({ day, month, year, hour, minute }) {
  const fits = Object.entries({ day, month, year, hour, minute }).every(
    ([name, value]) => value >= LIMITS[name][0] && value <= LIMITS[name][1],
  );
  return fits && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 2026-11-23T18:42 */
export function localTime({ day, month, year, hour, minute }) {
  const two = (n) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

const clamp = (value, [min, max]) => Math.min(Math.max(value, min), max);
