/*
 * For a page whose modules did not load: a server that was restarted under it, a line that broke.
 * A plain script, as it has to run when no module does. It loads the page again once the server
 * answers, and has nothing more to do when the desk stands.
 */
(() => {
  const LOOK_MS = 15_000;
  const looking = setInterval(async () => {
    if (!document.querySelector(".before-start")) return clearInterval(looking);
    const answer = await fetch("/desk", { cache: "no-store" }).catch(() => null);
    if (answer?.ok) location.reload();
  }, LOOK_MS);
})();
