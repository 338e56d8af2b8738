/**
 * The station's live feed. Each (re)opening is a new stream without a last id, so its first event
 * is the whole state and no old event is ever replayed as if it were new. Silence counts as loss:
 * the daemon says `alive` each 5 s, and the desk's own server tells within 13 s that it stopped.
 */
const SILENCE_MS = 14_000;
const WATCH_MS = 2_000;
const RETRY_MS = [300, 600, 1_000, 2_000, 3_000];

/**
 * @param url of the stream
 * @param on {station, today, lost}: what to do with each; lost may come repeatedly
 */
export function openFeed(url, on) {
  let source = null;
  let heardAt = 0;
  let failures = 0;
  const hear = { station: on.station, today: on.today, daemon: (said) => onDaemon(said) };

  const heard = () => {
    heardAt = performance.now();
    failures = 0;
  };
  /**
   * The desk's own server lives, the daemon behind it is away or back: what it then replays is
   * old.
   */
  const onDaemon = ({ state }) => (state === "away" ? on.lost() : reopen());
  const listen = (name) =>
    source.addEventListener(name, (event) => {
      heard();
      hear[name]?.(JSON.parse(event.data));
    });

  function open() {
    source = new EventSource(url);
    heardAt = performance.now();
    ["station", "today", "alive", "daemon"].forEach(listen);
    source.addEventListener("error", drop);
  }

  function reopen() {
    source.close();
    open();
  }

  function drop() {
    if (!source) return;
    source.close();
    source = null;
    on.lost();
    const wait = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)];
    setTimeout(open, wait * (0.8 + 0.4 * Math.random()));
  }

  setInterval(() => source && performance.now() - heardAt > SILENCE_MS && drop(), WATCH_MS);
  open();
}
