/**
 * Calls to the daemon through the desk's own server. Every failure is a CallError with the
 * problem's name.
 */

/**
 * As long as a clerk should wait. The desk's own server gives up before (8.5 s) and the daemon
 * before that (7 s), so that what is told is the cause and not just "no answer".
 */
const TIMEOUT_MS = 10_000;

export class CallError extends Error {
  /** @param problem the NAME of `urn:kaiku:problem:NAME`, or `unreachable`, or `shut` */
  constructor(problem, options) {
    super(problem, options);
    this.problem = problem;
  }
}

export function createCalls(fetchIt) {
  const call = async (path, options) => {
    const answer = await reach(fetchIt, path, options);
    if (!answer.ok) throw new CallError(await problemOf(answer));
    return answer.status === 204 ? null : answer.json();
  };
  return {
    get: (path) => call(path, { headers: { Accept: "application/json" } }),
    /** @param key makes a repeat harmless where the path asks for one */
    post: (path, body = {}, key = null) =>
      call(path, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          ...(key ? { "Idempotency-Key": key } : {}),
        },
        body: JSON.stringify(body),
      }),
  };
}

async function reach(fetchIt, path, options) {
  try {
    return await fetchIt(path, {
      ...options,
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new CallError("unreachable", { cause });
  }
}

async function problemOf(answer) {
  if (answer.status === 401 || answer.status === 403) return "shut";
  try {
    const { type } = await answer.json();
    return /^urn:kaiku:problem:([a-z-]+)$/.exec(type)?.[1] ?? "unreachable";
  } catch {
    return "unreachable";
  }
}
