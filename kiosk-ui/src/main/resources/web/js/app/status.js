/**
 * The strip's lights. Each is {name, tone, words: key of its words, args-free}; tone ok is quiet,
 * mind and no stand out; one that is onlyInTrouble has no place in the strip while it is ok. The
 * words under a key are title, why, now.
 */
const PAPER = ["paper-out", "paper-low"];

export function lightsOf(status) {
  return [
    scanner(status),
    ...printerAndPaper(status),
    registry(status),
    events(status),
    uses(status),
    clock(status),
    journal(status),
  ];
}

/** One cause, one light: a printer that only wants paper is told by its paper. */
function printerAndPaper(status) {
  const wantsPaper = status.printer.code === "KAIKU-P06";
  return wantsPaper ? [paper(status)] : [printer(status), paper(status)];
}

function scanner({ scanner: device }) {
  return {
    name: "scanner",
    tone: toneOfDevice(device),
    words: wordsOfDevice("scanner", device),
    code: device.code,
  };
}

function printer({ printer: device }) {
  const own = device.conditions.find((c) => !PAPER.includes(c));
  const words =
    own && device.state === "troubled" && !device.code
        ? `condition.${own}`
        : wordsOfDevice("printer", device);
  return { name: "printer", tone: toneOfDevice(device), words, code: device.code };
}

function paper({ printer: device }) {
  if (device.state === "none")
    return { name: "paper", tone: "none", words: "status.paper.unknown" };
  if (device.conditions.includes("paper-out") || device.code === "KAIKU-P06")
    return { name: "paper", tone: "no", words: "status.paper.out", code: device.code };
  if (device.conditions.includes("paper-low"))
    return { name: "paper", tone: "mind", words: "status.paper.low" };
  const known = device.state === "working" && !device.conditions.includes("not-known");
  return {
    name: "paper",
    tone: known ? "ok" : "none",
    words: known ? "status.paper.ok" : "status.paper.unknown",
  };
}

function registry({ registry: { state } }) {
  const tone = { fresh: "ok", stale: "mind", missing: "no" }[state];
  return { name: "registry", tone, words: `status.registry.${state}` };
}

/** What is well is nobody's concern: the strip has no room for it. */
function events({ events: { state } }) {
  const tone = { read: "ok", "bad-rows": "mind", "last-good": "mind", nothing: "no" }[state];
  return { name: "events", tone, words: `status.events.${state}`, onlyInTrouble: true };
}

function uses({ uses: { unsent, deadLetters, hub } }) {
  if (hub === "revoked") return { name: "uses", tone: "no", words: "status.uses.revoked" };
  if (deadLetters > 0) return { name: "uses", tone: "mind", words: "status.uses.refused" };
  return {
    name: "uses",
    tone: "ok",
    words: unsent > 0 ? "status.uses.unsent" : "status.uses.sent",
  };
}

function clock({ clock: { trusted, source } }) {
  if (!trusted) return { name: "clock", tone: "no", words: "status.clock.doubted" };
  return source === "clerk"
    ? { name: "clock", tone: "mind", words: "status.clock.clerk" }
    : { name: "clock", tone: "ok", words: "status.clock.trusted" };
}

function journal({ journal: { state } }) {
  const tone = { ok: "ok", recovered: "mind", restored: "mind", full: "no", failed: "no" }[state];
  return { name: "journal", tone, words: `status.journal.${state}` };
}

function toneOfDevice({ state, conditions }) {
  if (state === "troubled") return "no";
  if (state === "none") return "none";
  return state === "starting" || conditions.some((c) => !["paper-low", "not-known"].includes(c))
    ? "mind"
    : "ok";
}

function wordsOfDevice(name, { state, code }) {
  return state === "troubled" && code ? `health.${code}` : `status.${name}.${state}`;
}
