/*
 * For a page that stands in for the desk or the kiosk: the terminal is not ready, or the modules did
 * not load. A plain script, as it has to run when no module does. It loads the page again once the
 * server answers with a desk, and not before: a page that reloads by the clock takes a screen
 * reader's place away each time (WCAG 2.2.1).
 */
(() => {
  const standIn = () => document.querySelector("[data-look-again]");
  const looking = setInterval(async () => {
    if (!standIn()) return clearInterval(looking);
    const answer = await fetch(location.pathname, { cache: "no-store" }).catch(() => null);
    if (answer?.ok) location.reload();
  }, Number(standIn()?.dataset.lookAgain));
})();
