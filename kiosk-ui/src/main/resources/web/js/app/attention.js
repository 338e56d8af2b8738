import { time } from "./dates.js";
import { noticeWords } from "./notice-words.js";

/**
 * What must not be missed while a customer is served, most pressing first. Each: {key, name, tone,
 * actions, textsOf(words)}. Between customers, a question about paper has the stage itself and is
 * left out here.
 */
export function attentionOf(station, { told, parked }) {
  return [
    ...storage(station),
    ...notice(station),
    ...staffCalls(station),
    ...takeBacks(station),
    ...printQuestions(station),
    ...printer(station),
    ...told.map(toldBar),
    ...unfinished(parked),
  ];
}

/** What the clerk's last presses have led to. */
export function ledTo(station, told) {
  return [...takeBacks(station), ...told.map(toldBar)];
}

/** R24: printed tickets of voided uses, until the clerk says that they are back. */
function takeBacks({ takeBacks: acts = [] }) {
  return acts.map(({ id, tickets: n }) => ({
    key: id,
    name: "take-back",
    tone: "mind",
    actions: ["taken"],
    textsOf: ({ say }) => ({
      title: say("told.takeBack", { n }),
      why: say("told.takeBackWhy", { n }),
    }),
  }));
}

function storage({ status }) {
  const { state } = status.journal;
  return state === "full" || state === "failed"
    ? [light("journal", "no", `status.journal.${state}`)]
    : [];
}

function notice({ visit, notice: scan }) {
  if (!visit || !scan) return [];
  const textsOf = (words) => {
    const { title, why } = noticeWords(scan, words);
    return { title, why: `${why}.`, now: words.say("notice.duringVisit") };
  };
  return [{ key: scan.scanId, name: "notice", tone: "mind", actions: ["understood"], textsOf }];
}

/** A kiosk's customer waits; silently, as the whole room would hear a sound (R29). */
function staffCalls({ calls = [] }) {
  return calls.map(({ id, station, why, at }) => ({
    key: id,
    name: "staff-call",
    tone: "mind",
    actions: ["come"],
    textsOf: (words) => ({
      title: words.say("staffCall.title", { station }),
      why: words.say("staffCall.why", { why: reason(why, words), time: time(at, words.language) }),
    }),
  }));
}

function reason(why, { say, has }) {
  if (has(`staffCall.${why}`)) return say(`staffCall.${why}`);
  return has(`verdict.${why}`) ? say(`verdict.${why}.title`) : say("staffCall.ASKED");
}

function toldBar(one) {
  const texts = one.words
    ? { title: `${one.words}.title`, why: `${one.words}.why`, now: `${one.words}.now` }
    : one;
  const textsOf = ({ say }) => ({
    title: say(texts.title, one.args),
    why: texts.why && say(texts.why, one.args),
    now: texts.now && say(texts.now, one.args),
  });
  return { key: one.id, name: one.words ?? one.title, tone: one.tone, actions: ["ok"], textsOf };
}

function printQuestions({ visit, questions }) {
  if (!visit || questions.length === 0) return [];
  const { jobId, ticketNumber, state, eventTitle, at } = questions[0];
  const textsOf = (words) => ({
    title: words.say(`print.${state}.title`),
    why: words.say(`print.${state}.why`, {
      number: ticketNumber,
      event: words.pick(eventTitle),
      time: time(at, words.language),
    }),
  });
  return [
    {
      key: jobId,
      name: "print",
      tone: "mind",
      actions: state === "failed" ? ["afterAll", "again"] : ["no", "yes"],
      textsOf,
    },
  ];
}

function printer({ status }) {
  const { printer: device, waitingTickets } = status;
  if (device.state !== "troubled" || waitingTickets === 0) return [];
  const key = device.code ? `health.${device.code}` : "status.printer.troubled";
  return [light("printer", "mind", key)];
}

function light(name, tone, key) {
  const textsOf = ({ say }) => ({
    title: say(`${key}.title`),
    why: say(`${key}.why`),
    now: say(`${key}.now`),
  });
  return { key: name, name, tone, light: name, actions: [], textsOf };
}

function unfinished(parked) {
  if (!parked) return [];
  const textsOf = ({ say }) => ({ title: say("told.parked", { what: say(parked.halfDone) }) });
  return [{ key: "parked", name: "parked", tone: "next", actions: ["drop", "resume"], textsOf }];
}
