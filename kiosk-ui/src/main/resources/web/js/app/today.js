/** Today's uses: the list as fetched, and the feed's changed rows laid over it. Pure. */
export const NOTHING_YET = Object.freeze({ day: null, totals: null, rows: [], complete: false });

/** The feed says totals and the rows that changed. */
export function withChanges(today, change) {
  if (today.day && today.day !== change.day)
    return { ...change, rows: newestFirst(change.rows), complete: true };
  return {
    ...today,
    day: change.day,
    totals: change.totals,
    rows: merged(today.rows, change.rows),
  };
}

/** The whole list was fetched; rows that the feed changed meanwhile are newer. */
export function withList(today, list, changedMeanwhile) {
  const rows = merged(
    list.rows,
    changedMeanwhile.flatMap((change) => change.rows),
  );
  const last = changedMeanwhile.at(-1) ?? list;
  return { day: last.day, totals: last.totals, rows, complete: true };
}

function merged(rows, changed) {
  const byId = new Map(rows.map((row) => [row.admissionId, row]));
  for (const row of changed) byId.set(row.admissionId, row);
  return newestFirst([...byId.values()]);
}

function newestFirst(rows) {
  return rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Tickets of one row, assistants' included. */
export function ticketsOf(row) {
  return row.adults + row.children + row.assistants;
}
