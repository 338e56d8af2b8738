/** Words of a scan that could not be taken; the kind says it best, where there is one. */
export function noticeWords(notice, { say }) {
  const key = notice.kind ? `notice.${notice.kind}` : `notice.${notice.code}`;
  const args = { length: notice.length };
  return {
    code: notice.kind ?? notice.code,
    title: say(`notice.${notice.code}.title`),
    why: say(`${key}.why`, args),
    now: say(`${key}.now`, args),
    say: say(`${key}.say`, args),
  };
}
