/* Follows the index: says while it is updated, and brings rail and tab again once the library has changed. */
(() => {
  "use strict";
  const root = document.documentElement;
  const USUAL = 4000;
  const SOON = 700;
  let revision = null;
  let token = "";
  let timer = 0;
  let turn = 0;
  const watched = new Map();

  function show(html) {
    for (const place of document.querySelectorAll(".wj-state")) if (place.innerHTML !== html) place.innerHTML = html;
  }

  async function look() {
    clearTimeout(timer);
    const mine = ++turn;
    let next = USUAL;
    try {
      const query = watched.size ? `?reports=${[...watched.keys()].slice(0, 200).join(",")}` : "";
      const answer = await fetch(`wenju/state${query}`);
      const told = await answer.json();
      if (mine !== turn) return;
      token = told.token;
      for (const [report, state] of Object.entries(told.reports || {})) {
        if (state.is === "waiting" || !watched.has(report)) continue;
        const tell = watched.get(report);
        watched.delete(report);
        tell(state);
      }
      if (revision !== null && told.revision !== revision) {
        await window.wenju.refresh();
        if (root.dataset.tab !== "ask") window.wenjuTabs.bring(root.dataset.tab);
      }
      if (told.state === "ready") revision = told.revision;
      noted = told.note;
      show(noted);
      if (told.syncing || watched.size || told.state === "loading") next = SOON;
    } catch { /* the service is away: asked again below */ }
    if (mine === turn && !document.hidden) timer = setTimeout(look, next);
  }

  let noted = "";
  document.addEventListener("visibilitychange", () => { if (document.hidden) clearTimeout(timer); else look(); });
  document.addEventListener("wenju:filled", () => show(noted));
  document.addEventListener("wenju:controls", () => show(noted));

  window.wenju.on(".wj-samples", async (button) => {
    button.disabled = true;
    if (!token) await look();
    const answer = await fetch(`wenju/samples?show=${button.dataset.show}`, { method: "POST", headers: { "x-wenju-token": token } });
    if (!answer.ok) button.disabled = false;
    setTimeout(look, 300);
  });

  /* `watch(report, tell)` tells once when a report that was added is in the library, or could not be read. */
  window.wenjuState = { look, watch(report, tell) { watched.set(report, tell); look(); } };
  look();
})();
